import { shiftAll } from "./edit-feed";
import { FIRST_DAY } from "./life-first-day";
import { SECOND_DAY } from "./life-second-day";
import {
  DINING,
  EVENTS,
  EVENTS_TITLE,
  FEED,
  HIRING,
  HIRING_TITLE,
  KAFKA,
  KAFKA_TITLE,
  KEYNOTE,
  KEYNOTE_TITLE,
  type LifeStep,
  MORNING,
  SAFE,
  SAFE_TITLE,
  TYPES,
  TYPES_TITLE,
  WORKSHOP,
  WORKSHOP_TITLE,
} from "./life-sessions";

// Two days in the life of the feed, from the evening before the conference to its end, as data: what the
// server does, what has to be told of it, and how the agenda has to look afterwards.

/** Hour 0. */
export const BEGIN = Date.parse("2026-04-16T13:00:00Z");

/** What the attendee has starred, and how it stands in the agenda before anything happens. */
export const STARRED: readonly { readonly uid: string; readonly title: string; readonly row: string }[] = [
  { uid: WORKSHOP, title: WORKSHOP_TITLE, row: "09:00 e6data 3rd floor" },
  { uid: KEYNOTE, title: KEYNOTE_TITLE, row: "09:45 Audi 1" },
  { uid: MORNING, title: "Morning break", row: "11:30" },
  { uid: SAFE, title: SAFE_TITLE, row: "14:15 Audi 1" },
  { uid: HIRING, title: HIRING_TITLE, row: `14:15 ${DINING}` },
  { uid: KAFKA, title: KAFKA_TITLE, row: "15:10 Audi 1" },
  { uid: TYPES, title: TYPES_TITLE, row: "16:15 Audi 1" },
  { uid: EVENTS, title: EVENTS_TITLE, row: "16:55 Audi 1" },
];

/** The steps in order, each with the feed as the organiser has it then and the whole agenda that must be seen. */
export function walk(): readonly (LifeStep & {
  readonly feed: string;
  readonly rows: ReadonlyMap<string, string>;
})[] {
  let feed = shiftAll(FEED, 0);
  let rows = new Map(STARRED.map(({ title, row }) => [title, row]));
  return [...FIRST_DAY, ...SECOND_DAY].map((step) => {
    feed = step.edit?.(feed) ?? feed;
    const changed = Object.entries(step.agenda ?? {});
    rows = new Map([...rows, ...changed].filter((row): row is [string, string] => row[1] !== null));
    for (const [title, row] of changed) if (row === null) rows.delete(title);
    return { ...step, feed, rows };
  });
}
