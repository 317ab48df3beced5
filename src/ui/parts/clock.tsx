import { clockTime } from "../../domain/say-time";

/** A clock time for a narrow column: of "10:35 am" the half of the day is written small. */
export function Clock({ at, timeZone }: { readonly at: number; readonly timeZone: string }) {
  const words = clockTime(at, timeZone);
  const hour = /^\S*/.exec(words)?.[0] ?? words;
  return hour === words ? (
    words
  ) : (
    <>
      {hour}
      <span className="day-half">{words.slice(hour.length)}</span>
    </>
  );
}
