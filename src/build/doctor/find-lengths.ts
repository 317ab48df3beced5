import { duration } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { dayOf, HOUR } from "../../domain/time";
import { type Examined, isOn, placeOf } from "./examined";
import { type Finding, finding } from "./finding";
import { fromToWords } from "./words";

/** A room or an exhibition may be open from breakfast to the evening: nothing shorter is far longer than the others. */
const LEAST_FAR = 12 * HOUR;
const FAR = 4;
/** Of fewer sessions nobody can say how long they usually are. */
const FEWEST = 5;

const lengthOf = ({ startsAt, endsAt }: Session): number => endsAt - startsAt;

/** Tells the sessions that are far longer than the usual one: mostly the conference itself as an event. */
export function isFarLonger(sessions: readonly Session[]): (session: Session) => boolean {
  const lengths = sessions.filter((one) => isOn(one) && !one.allDay && lengthOf(one) > 0).map(lengthOf);
  if (lengths.length < FEWEST) return () => false;
  lengths.sort((a, b) => a - b);
  const most = Math.max(LEAST_FAR, FAR * (lengths[lengths.length >> 1] ?? 0));
  return (session) => !session.allDay && lengthOf(session) > most;
}

/** Sessions that end as they begin, that last past midnight, or far longer than the others. */
export function findLengths(feed: Examined): readonly Finding[] {
  const { sessions, timeZone } = feed.conference;
  const tooLong = isFarLonger(sessions);
  const ends = endReasons(feed);
  return sessions.flatMap((session) => {
    if (session.allDay || session.status === "CANCELLED") return [];
    const place = placeOf(feed, session);
    const length = lengthOf(session);
    if (length === 0) {
      const hasEnd = feed.eventOf.get(session.id)?.properties.has("DTEND") ?? false;
      const reason = ends.get(session.title) ?? (hasEnd ? "It ends as it begins." : "The feed gives no end.");
      return [finding("no-length", place, reason)];
    }
    if (tooLong(session)) return [finding("far-longer", place, `It lasts ${duration(length)}.`)];
    if (dayOf(session.startsAt, timeZone, 0) === dayOf(session.endsAt - 1, timeZone, 0)) return [];
    return [finding("over-midnight", place, `${fromToWords(session, timeZone)}.`)];
  });
}

/** What the reader says of ends that it could not take, by the session's title. */
const endReasons = ({ report }: Pick<Examined, "report">): ReadonlyMap<string, string> =>
  new Map(
    report
      .filter(({ reason }) => /^Its (?:end|duration) /.test(reason))
      .map((line) => [line.where, line.reason]),
  );
