import { useState } from "react";
import { type Clock, isRehearsal } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import { planOf } from "../../domain/reminder";
import { dayName } from "../../domain/say-time";
import type { Star } from "../../domain/star";
import { instantOf, MINUTE, SECOND, type WallClock, wallClockAt } from "../../domain/time";
import type { Db } from "../../store/db";
import { placeOf } from "../parts/zone-note";
import { beginRehearsal } from "../rehearsal";

/** Ten seconds are enough to put the phone down before the first one rings. */
const HEAD_START = 10 * SECOND;

/** "2030-05-21T14:05" as a date and time field has it, read on the wall clock of `timeZone`; else null. */
function readLocal(text: string, timeZone: string): number | null {
  const [year, month, day, hour, minute, second = 0] = text.split(/\D/).map(Number);
  const wall = { year, month, day, hour, minute, second };
  return [year, month, day, hour, minute].some((n) => n === undefined || Number.isNaN(n))
    ? null
    : instantOf(wall as WallClock, timeZone);
}

function writeLocal(instant: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClockAt(instant, timeZone);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** Lets the attendee see the day run: the app's clock set to another moment. */
export function RehearsalForm(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly stars: readonly Star[];
  readonly clock: Clock;
}) {
  const { db, conference, stars, clock } = props;
  const { timeZone, sessions } = conference;
  // In a rehearsal that has yet to begin, every star is older than all of its reminders.
  const [first] = planOf(conference, stars, { run: "next", offset: 0 });
  const opening = sessions[0]?.startsAt ?? 0;
  const [moment, setMoment] = useState(() => writeLocal(opening - 10 * MINUTE, timeZone));
  const at = readLocal(moment, timeZone);
  return (
    <section aria-labelledby="rehearse">
      <h2 id="rehearse">Rehearse the day</h2>
      <p>
        Sets the app’s clock, and nothing else, to a moment of the conference. Reminders ring as they will;
        your stars stay as they are{isRehearsal(clock) ? "; a new rehearsal replaces the one that runs" : ""}.
      </p>
      {first && (
        <p className="actions">
          <button
            type="button"
            className="button"
            onClick={() => void beginRehearsal(db, first.fireAt - HEAD_START)}
          >
            10 seconds before your first reminder, {dayName(first.session.day)}
          </button>
        </p>
      )}
      <form
        className="rehearsal-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (at !== null) void beginRehearsal(db, at);
        }}
      >
        <label>
          Moment, {placeOf(timeZone)} time
          <input
            type="datetime-local"
            value={moment}
            required
            onChange={(event) => setMoment(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={at === null}>
          Rehearse from here
        </button>
      </form>
    </section>
  );
}
