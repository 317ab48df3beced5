import type { Clock } from "../../domain/clock";
import { clockTime, dayParts } from "../../domain/say-time";
import { DAY_START_HOUR, dayOf } from "../../domain/time";
import type { Db } from "../../store/db";
import { leaveRehearsal } from "../rehearsal";

/** Says, on every view, that the clock shown is not the real one, and ends that. */
export function RehearsalBanner(props: {
  readonly db: Db;
  readonly clock: Clock;
  readonly now: number;
  readonly timeZone: string;
}) {
  const { db, clock, now, timeZone } = props;
  const { weekday, date, month } = dayParts(dayOf(now, timeZone, DAY_START_HOUR));
  return (
    <section className="rehearsal" aria-label="Rehearsal">
      <p>
        <strong>Rehearsal{clock.speed > 1 && ` ×${clock.speed}`}</strong>{" "}
        <span>
          {clockTime(now, timeZone)}, {weekday.slice(0, 3)} {date} {month}
        </span>
      </p>
      <button type="button" className="button" onClick={() => void leaveRehearsal(db)}>
        End rehearsal
      </button>
    </section>
  );
}
