import type { AgendaEntry } from "../../domain/agenda";
import type { Lane } from "../../domain/lanes";
import { listed } from "../../domain/say-list";
import { clockTime, duration } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { Lines } from "../schedule/lines";
import { transferWords } from "./transfer-words";

type BetweenEntry = Extract<AgendaEntry, { readonly is: "pause" | "gap" | "transfer" }>;

/** What lies between two starred sessions: free time, a break, the way. */
export function Between(props: {
  readonly entry: BetweenEntry;
  readonly lanes: readonly Lane[];
  readonly timeZone: string;
  readonly isPast: boolean;
  /** The journey beside it. */
  readonly path?: string;
}) {
  const { entry, lanes, timeZone, isPast, path = "" } = props;
  const hasBreak = entry.is === "pause" || (entry.is === "gap" && entry.pauses.length > 0);
  const isShort = entry.is === "transfer" && (entry.transfer.walk ?? 0) > entry.transfer.minutes;
  return (
    <div className="row between" data-between={entry.is} data-phase={isPast ? "past" : "next"}>
      {entry.is === "pause" && <p className="gutter">{clockTime(entry.at, timeZone)}</p>}
      <Lines {...{ lanes, path }} own={null} mark={hasBreak ? "interchange" : "none"} />
      <p className={isShort ? "transfer short" : "transfer"} dir="auto">
        {entry.is === "pause" && pauseWords(entry.session)}
        {entry.is === "gap" && gapWords(entry, timeZone)}
        {entry.is === "transfer" && transferWords(entry.transfer)}
      </p>
    </div>
  );
}

function pauseWords({ title, startsAt, endsAt }: Session): string {
  return endsAt > startsAt ? `${title} · ${duration(endsAt - startsAt)}` : title;
}

function gapWords(gap: Extract<AgendaEntry, { readonly is: "gap" }>, timeZone: string): string {
  const time = duration(gap.until - gap.at);
  if (gap.pauses.length === 0) return t("{time} free", { time });
  const pauses = gap.pauses.map(({ title, startsAt, endsAt }) =>
    // Of a break that has begun by then, the end is what matters.
    startsAt < gap.at
      ? t("{title} until {time}", { title, time: clockTime(endsAt, timeZone) })
      : t("{title} at {time}", { title, time: clockTime(startsAt, timeZone) }),
  );
  return t("{time} free: {breaks}", { time, breaks: listed(pauses) });
}
