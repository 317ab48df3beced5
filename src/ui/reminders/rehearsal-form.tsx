import { useState } from "react";
import { type Clock, isRehearsal, REAL_CLOCK } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import { type Asked, planOf, type Reminder } from "../../domain/reminder";
import { dayName } from "../../domain/say-time";
import { placeOf } from "../../domain/say-zone";
import { t } from "../../domain/speech";
import { instantOf, MINUTE, SECOND, type WallClock, wallClockAt } from "../../domain/time";
import type { Db } from "../../store/db";
import { beginRehearsal } from "../rehearsal";

/** Ten seconds of the device's clock are enough to put the phone down before the first one rings. */
const HEAD_START = 10 * SECOND;

const FAST = 60;

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

/** The first reminder of each day, as a rehearsal that has yet to begin would ring it. */
function firstOfDays(conference: Conference, asked: Asked): readonly Reminder[] {
  const days = new Map<string, Reminder>();
  for (const reminder of planOf(conference, asked, { ...REAL_CLOCK, run: "next" })) {
    if (!days.has(reminder.session.day)) days.set(reminder.session.day, reminder);
  }
  return [...days.values()];
}

/** Lets the attendee see the day run: the app's clock set to another moment, and faster if wished. */
export function RehearsalForm(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly asked: Asked;
  readonly clock: Clock;
}) {
  const { db, conference, asked, clock } = props;
  const { timeZone, sessions } = conference;
  const firsts = firstOfDays(conference, asked);
  const opening = sessions[0]?.startsAt ?? 0;
  const [moment, setMoment] = useState(() => writeLocal(opening - 10 * MINUTE, timeZone));
  const [speed, setSpeed] = useState(1);
  const at = readLocal(moment, timeZone);
  return (
    <section aria-labelledby="rehearse">
      <h2 id="rehearse">{t("Rehearse the day")}</h2>
      <p>
        {t(
          "Sets the app’s clock, and nothing else, to a moment of the conference. Reminders ring as they will; your stars stay as they are, and what rings here does not count for the real day.",
        )}
        {isRehearsal(clock) && ` ${t("A new rehearsal replaces the one that runs.")}`}
      </p>
      <fieldset className="choices">
        <legend>{t("How fast")}</legend>
        {[1, FAST].map((option) => (
          <label key={option}>
            <input type="radio" name="speed" checked={speed === option} onChange={() => setSpeed(option)} />
            {option === 1 ? t("×1, as on the day") : t("×{speed}, a minute each second", { speed: option })}
          </label>
        ))}
      </fieldset>
      {firsts.length > 0 && (
        <p className="actions">
          {firsts.map(({ id, fireAt, session }) => (
            <button
              key={id}
              type="button"
              className="button"
              onClick={() => void beginRehearsal(db, fireAt - HEAD_START * speed, speed)}
            >
              {t("{seconds} seconds before your first reminder, {day}", {
                seconds: HEAD_START / SECOND,
                day: dayName(session.day),
              })}
            </button>
          ))}
        </p>
      )}
      <form
        className="rehearsal-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (at !== null) void beginRehearsal(db, at, speed);
        }}
      >
        <label>
          {t("Moment, {place} time", { place: placeOf(timeZone) })}
          <input
            type="datetime-local"
            value={moment}
            required
            onChange={(event) => setMoment(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={at === null}>
          {t("Rehearse from here")}
        </button>
      </form>
    </section>
  );
}
