import type { Conference, ReportLine } from "../../domain/conference";
import type { Details, Session } from "../../domain/session";
import type { FeedResult } from "../../feed/parse-feed";
import { eventsOfSessions } from "./find-lines";
import type { Place } from "./finding";
import type { EventLine } from "./scan-events";

/** A feed that can be used, as each rule of the doctor sees it. */
export interface Examined {
  readonly conference: Conference;
  readonly details: Readonly<Record<string, Details>>;
  readonly report: readonly ReportLine[];
  readonly cutOff: boolean;
  readonly asksTimeZone: boolean;
  /** Every event of the file, in its order. */
  readonly events: readonly EventLine[];
  /** The event that a session comes from, by the session's id. */
  readonly eventOf: ReadonlyMap<string, EventLine>;
  /** How large the file is, bytes. */
  readonly size: number;
  /** What time it is, epoch milliseconds. */
  readonly now: number;
}

/** A feed that was read, beside its file, as the rules take it. */
export function examine(
  { conference, details, cutOff, asksTimeZone }: FeedResult & { readonly ok: true },
  file: Pick<Examined, "events" | "size" | "now">,
): Examined {
  const eventOf = eventsOfSessions(conference, file.events);
  const { sessions, report } = details;
  return { conference, details: sessions, report, cutOff, asksTimeZone, eventOf, ...file };
}

/** Where a session stands in the file. */
export const placeOf = ({ eventOf }: Pick<Examined, "eventOf">, { id, title }: Session): Place => ({
  line: eventOf.get(id)?.line ?? null,
  where: title,
});

/** "“Opening” (line 40)", to name a session in a sentence about another one. */
export function named(feed: Pick<Examined, "eventOf">, session: Session): string {
  const { line } = placeOf(feed, session);
  return line === null ? `“${session.title}”` : `“${session.title}” (line ${line})`;
}

/** Those that attendees may go to: neither cancelled nor a break. */
export const isOn = ({ status, kind }: Session): boolean =>
  status !== "CANCELLED" && kind !== "break" && kind !== "check-in";
