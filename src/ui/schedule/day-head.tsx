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
  const { first, last } = spanOf(ofDay);
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

/** When a day's sessions (by start) begin and end; what lasts all day says nothing of that. */
export function spanOf(ofDay: readonly Session[]): { readonly first: number; readonly last: number } {
  const timed = ofDay.filter(({ allDay }) => !allDay);
  const clocked = timed.length > 0 ? timed : ofDay;
  return { first: clocked[0]?.startsAt ?? 0, last: Math.max(...clocked.map(({ endsAt }) => endsAt)) };
}
