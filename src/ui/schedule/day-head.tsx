import { daySpanOf } from "../../domain/day-span";
import { clockTime, dayName } from "../../domain/say-time";
import { type Session, sessionCount } from "../../domain/session";
import { ZoneNote } from "../parts/zone-note";

/** What a day is called, how long it lasts and how much is in it; beside an open session without the zone. */
export function DayHead(props: {
  readonly day: string;
  readonly ofDay: readonly Session[];
  readonly timeZone: string;
  readonly isBeside: boolean;
}) {
  const { day, ofDay, timeZone, isBeside } = props;
  const { first, last } = daySpanOf(ofDay, timeZone);
  return (
    <div className="day-head">
      {isBeside ? <h2>{dayName(day)}</h2> : <h1 tabIndex={-1}>{dayName(day)}</h1>}
      <p>
        {clockTime(first, timeZone)}–{clockTime(last, timeZone)} · {sessionCount(ofDay.length)}
        {!isBeside && (
          <>
            {" "}
            · <ZoneNote timeZone={timeZone} at={first} />
          </>
        )}
      </p>
    </div>
  );
}
