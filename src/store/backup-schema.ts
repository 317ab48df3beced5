import * as v from "valibot";
import { LANGUAGES } from "../domain/choices";

/** The version of the file that this app writes; it reads every one up to it. */
export const BACKUP_VERSION = 1;

/** What tells the file from every other JSON. */
export const BACKUP_FORMAT = "trackside-backup";

/** An id as feeds have them, and longer than any that was seen. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));
const words = v.pipe(v.string(), v.maxLength(10_000));
/** Epoch milliseconds, from 1970 to 2200: beyond that no calendar of a browser is to be relied on. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7_258_118_400_000));
const lead = v.union([
  v.picklist(["feed", "none"]),
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080)),
]);
/** No entry of the attendee's own is longer. */
const LONGEST_ENTRY = 31 * 86_400_000;

const told = v.object({
  sessionId: id,
  title: words,
  startsAt: instant,
  endsAt: instant,
  allDay: v.boolean(),
  room: v.nullable(words),
  cancelled: v.boolean(),
  withAgenda: v.boolean(),
});

/** A row of each kind, as the file has it. Fields that are not named here are left out. */
export const ROWS = {
  stars: v.object({ sessionId: id, starredAt: instant }),
  passes: v.object({ sessionId: id }),
  leads: v.object({ sessionId: id, lead: v.nullable(lead), since: instant }),
  notes: v.object({
    sessionId: id,
    text: v.pipe(v.string(), v.maxLength(1_000_000)),
    editedAt: instant,
  }),
  visits: v.object({
    sessionId: id,
    was: v.picklist(["seen", "skipped"]),
    rating: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
  }),
  entries: v.pipe(
    v.object({
      sessionId: v.pipe(id, v.startsWith("own:")),
      title: words,
      startsAt: instant,
      endsAt: instant,
      room: v.nullable(words),
      since: instant,
    }),
    v.check(({ startsAt, endsAt }) => startsAt <= endsAt && endsAt - startsAt <= LONGEST_ENTRY),
  ),
  friends: v.object({
    id,
    name: words,
    sessionIds: v.pipe(v.array(id), v.maxLength(20_000)),
    receivedAt: instant,
  }),
  exports: v.object({
    sessionId: id,
    sequence: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
    uid: v.optional(id),
    told: v.optional(told),
  }),
  deliveries: v.object({
    sessionId: id,
    fireAt: instant,
    startsAt: instant,
    endsAt: instant,
    room: v.nullable(words),
    claimedAt: instant,
    by: v.picklist(["page", "worker", "service worker"]),
    shownAt: v.nullable(instant),
    lateness: v.nullable(v.pipe(v.number(), v.finite())),
    shownAs: v.nullable(v.picklist(["notification", "banner"])),
    missed: v.boolean(),
  }),
};

const key = v.pipe(v.string(), v.regex(/^(home|key-[0-9a-f]{16})$/));

/** What a conference is recognised by, and, where the attendee has brought it in, read from again. */
export const CONFERENCE = v.object({
  key,
  name: words,
  sample: v.pipe(v.array(v.object({ id, title: words, startsAt: v.number() })), v.maxLength(100)),
  source: v.nullable(
    v.object({
      // It becomes a link, and is asked.
      address: v.nullable(v.pipe(words, v.regex(/^https?:\/\/[^\s]+$/))),
      fileName: v.nullable(words),
      addedAt: instant,
      since: instant,
      timeZone: v.nullable(v.pipe(words, v.check(isTimeZone))),
      // Of a past edition; it is read as it was then.
      edition: v.optional(v.object({ of: key, next: words })),
      dayStartHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))),
    }),
  ),
  feed: v.nullable(v.object({ base64: v.string(), savedAt: instant })),
});

const since = v.nullable(instant);

/** The settings that are choices. */
export const SETTINGS = {
  wishes: v.object({
    lead,
    leadSince: since,
    scope: v.picklist(["stars", "every"]),
    scopeSince: since,
    breaks: v.boolean(),
    sound: v.boolean(),
    nextUp: v.boolean(),
    changes: v.optional(v.boolean()),
  }),
  choices: v.object({
    language: v.picklist(["auto", ...LANGUAGES.map(({ language }) => language)]),
    clock: v.picklist(["auto", "12", "24"]),
    digits: v.picklist(["auto", "own", "latin"]),
    theme: v.picklist(["auto", "light", "dark"]),
  }),
  layout: v.picklist(["timetable", "list"]),
  singleKeys: v.boolean(),
  shown: v.pipe(v.string(), v.maxLength(100)),
  reminderOfferDeclined: v.boolean(),
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** One of the kinds of what the attendee has said. */
export type Kind = keyof typeof ROWS;

/** All of them, in the order in which they are told. */
export const KINDS = Object.keys(ROWS) as readonly Kind[];

/** What the attendee has said of one conference, as the file has it. */
export type FileRows = { readonly [K in Kind]: readonly v.InferOutput<(typeof ROWS)[K]>[] };

/** One conference of the file. */
export type FileConference = FileRows & v.InferOutput<typeof CONFERENCE>;

/** The settings of the file, as far as there are any. */
export type FileSettings = { readonly [S in keyof typeof SETTINGS]?: v.InferOutput<(typeof SETTINGS)[S]> };

/** A backup, version 1. */
export interface Backup {
  /** Device time, epoch milliseconds. */
  readonly savedAt: number;
  readonly settings: FileSettings;
  readonly conferences: readonly FileConference[];
}
