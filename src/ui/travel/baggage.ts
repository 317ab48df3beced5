import { encodeAgenda, idsInCode } from "../../domain/agenda-code";
import { type Conference, sessionsOf } from "../../domain/conference";
import type { OwnEntry } from "../../domain/own-entry";
import type { Db } from "../../store/db";
import { shown } from "../shown";
import { linkOf } from "./agenda-link";
import { type Extras, NO_EXTRAS, packExtras } from "./extras";

/** What could travel. */
export interface Baggage {
  /** The starred sessions that the programme holds; the others cannot be told to anybody. */
  readonly held: number;
  readonly gone: number;
  /** What is written to starred sessions, by session. */
  readonly notes: ReadonlyMap<string, string>;
  readonly entries: readonly OwnEntry[];
}

/** What the attendee wants to go along. */
export interface Wants {
  readonly notes: boolean;
  readonly entries: boolean;
}

export async function readBaggage(
  db: Db,
  conference: Conference,
  starred: ReadonlySet<string>,
): Promise<Baggage> {
  const of = { conference: shown.get() };
  const [notes, entries] = await Promise.all([db.notes.where(of).toArray(), db.entries.where(of).toArray()]);
  const held = new Set(sessionsOf(conference, starred).map(({ id }) => id));
  return {
    held: held.size,
    gone: starred.size - held.size,
    notes: new Map(notes.filter(({ sessionId }) => held.has(sessionId)).map((n) => [n.sessionId, n.text])),
    entries,
  };
}

/** The same agenda as a link, as a code to scan, and as a file. Lengths are in letters. */
export interface Codes {
  readonly link: string;
  /** Too long for what messages are sent by: the file takes its place. */
  readonly isLong: boolean;
  readonly code: string;
  /** The code holds for devices with the same state of the programme; this one, finer, for any. */
  readonly finer: string | null;
  /** What was wanted to go along is not in the code. */
  readonly isBare: boolean;
  /** For people to read before they open what came. */
  readonly text: string;
}

/** With the titles, so that what has gone from the programme can be named, a link is no longer than this. */
const WITH_TITLES = 2_000;
const MOST_LINK = 8_000;
/** A code of so many letters is read at a glance, by most cameras. */
const EASY = 300;
const FINE = 1_200;
/** A code takes no more. */
const MOST_CODE = 2_300;

const TITLE = 80;

export async function codesOf(
  conference: Conference,
  starred: ReadonlySet<string>,
  baggage: Baggage,
  wants: Wants,
): Promise<Codes> {
  const agenda = encodeAgenda(conference, starred, "names");
  const ids = idsInCode(conference, starred, "names");
  const title = new Map(sessionsOf(conference, ids).map((one) => [one.id, one.title.slice(0, TITLE)]));
  const asked: Extras = {
    ...NO_EXTRAS,
    notes: wants.notes ? ids.flatMap((id, place) => noteAt(baggage, id, place)) : [],
    entries: wants.entries ? baggage.entries.map(asSent) : [],
  };
  const extras = await packExtras(asked);
  const titled = linkOf({
    agenda,
    extras: await packExtras({ ...asked, titles: ids.map((id) => title.get(id) ?? "") }),
  });
  const plain = linkOf({ agenda, extras });
  const link = titled.length <= WITH_TITLES ? titled : plain;
  const isBare = extras !== null && plain.length > FINE;
  const bare = linkOf({ agenda, extras: null });
  const byPlaces = agenda.length > EASY && (extras === null || isBare);
  const small = byPlaces
    ? linkOf({ agenda: encodeAgenda(conference, starred, "places"), extras: null })
    : bare;
  return {
    link,
    isLong: link.length > MOST_LINK,
    code: extras === null || isBare ? small : plain,
    finer: byPlaces && bare.length <= MOST_CODE ? bare : null,
    isBare,
    text: `${conference.name}\n\n${titled}\n`,
  };
}

function noteAt({ notes }: Baggage, id: string, place: number): [number, string][] {
  const text = notes.get(id);
  return text === undefined ? [] : [[place, text]];
}

function asSent({ sessionId, title, startsAt, endsAt, room }: OwnEntry): Extras["entries"][number] {
  return { sessionId, title, startsAt, endsAt, room };
}
