import {
  addSession,
  cancelSession,
  cutInHalf,
  linesOf,
  moveRoom,
  moveSession,
  shiftAll,
  touchDtstamps,
} from "./edit-feed";
import { feedOf } from "./feed-of";
import {
  ADDED,
  all,
  CANCELLATION,
  CANCELLATION_TITLE,
  DINING,
  EMPTIED,
  EVENTS,
  EVENTS_TITLE,
  FEED,
  HIRING,
  HIRING_TITLE,
  KAFKA,
  KAFKA_TITLE,
  KEYNOTE,
  KEYNOTE_TITLE,
  MORNING,
  makeAgain,
  REMARKS,
  restore,
  SAFE,
  SAFE_TITLE,
  set,
  TYPES,
  TYPES_TITLE,
  uid,
  WORKSHOP,
  WORKSHOP_TITLE,
  without,
} from "./life-sessions";

// Two days in the life of the feed, from the evening before the conference to its end, as data: what the
// server does, what has to be told of it, and how the agenda has to look afterwards.

/** Hour 0. */
export const BEGIN = Date.parse("2026-04-16T13:00:00Z");

interface LifeStep {
  readonly hour: number;
  readonly name: string;
  /** What the organiser makes of the feed; from then on it is so. */
  readonly edit?: (ics: string) => string;
  /** What the server answers in place of the feed, for this step. */
  readonly instead?:
    | { readonly is: "down" | "portal" | "error" }
    | { readonly is: "bytes"; readonly body: string };
  /** What is told: titles, and what of each. */
  readonly told?: readonly (readonly [title: string, ...words: string[]])[];
  /** The rows of the agenda that are another from here on, by title; null where the title is gone from it. */
  readonly agenda?: Readonly<Record<string, string | null>>;
}

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

const STEPS: readonly LifeStep[] = [
  {
    hour: 0,
    name: "a talk moves",
    edit: (ics) => moveSession(ics, SAFE, 30),
    told: [[SAFE_TITLE, "Moved from 14:15 to 14:45"]],
    agenda: { [SAFE_TITLE]: "14:45 Audi 1" },
  },
  {
    hour: 1,
    name: "every stamp is new",
    edit: (ics) => touchDtstamps(ics, new Date("2026-04-16T14:00:00Z")),
  },
  { hour: 2, name: "a sequence number rises", edit: set(SAFE, "SEQUENCE", "77") },
  {
    hour: 3,
    name: "another room",
    edit: (ics) => moveRoom(ics, KAFKA, "Audi 2"),
    told: [[KAFKA_TITLE, "Now in Audi 2, was Audi 1"]],
    agenda: { [KAFKA_TITLE]: "15:10 Audi 2" },
  },
  {
    hour: 4,
    name: "another title",
    edit: set(KEYNOTE, "SUMMARY", "Keynote: Eyes on the prize"),
    told: [["Eyes on the prize", `New title, was “${KEYNOTE_TITLE}”`]],
    agenda: { [KEYNOTE_TITLE]: null, "Eyes on the prize": "09:45 Audi 1" },
  },
  {
    hour: 5,
    name: "a starred session disappears",
    edit: without(HIRING),
    told: [[HIRING_TITLE, "No longer in the schedule"]],
    agenda: { [HIRING_TITLE]: `14:15 ${DINING} (gone)` },
  },
  { hour: 6, name: "the first outage", instead: { is: "down" } },
  {
    hour: 7,
    name: "it is back",
    edit: restore(HIRING),
    told: [[HIRING_TITLE, "Back in the schedule"]],
    agenda: { [HIRING_TITLE]: `14:15 ${DINING}` },
  },
  {
    hour: 8,
    name: "a starred session is cancelled",
    edit: (ics) => cancelSession(ics, TYPES),
    told: [[TYPES_TITLE, "Cancelled"]],
    agenda: { [TYPES_TITLE]: "16:15 Audi 1 (cancelled)" },
  },
  {
    hour: 9,
    name: "it is on again",
    edit: set(TYPES, "STATUS", "CONFIRMED"),
    told: [[TYPES_TITLE, "Back in the schedule"]],
    agenda: { [TYPES_TITLE]: "16:15 Audi 1" },
  },
  { hour: 10, name: "a break is deleted and made again", edit: makeAgain(MORNING, uid("again")) },
  {
    hour: 11,
    name: "a starred session is described anew",
    edit: set(KAFKA, "DESCRIPTION", "Bring your own broker."),
    told: [[KAFKA_TITLE, "New description"]],
  },
  {
    hour: 12,
    name: "another one is, unstarred",
    edit: set(CANCELLATION, "DESCRIPTION", "Drop it like it is hot."),
  },
  {
    hour: 13,
    name: "a session comes",
    edit: (ics) =>
      addSession(
        ics,
        linesOf(ics, CANCELLATION)
          .map((old) => (old.startsWith("UID:") ? `UID:${ADDED}` : old))
          .map((old) => (old.startsWith("SUMMARY:") ? "SUMMARY:Lightning talks" : old)),
      ),
    told: [["Lightning talks", "New in the schedule"]],
  },
  {
    hour: 14,
    name: "it moves, and nobody has starred it",
    edit: (ics) => moveSession(ics, ADDED, 60),
    told: [["Lightning talks", "Moved from 10:35 to 11:35"]],
  },
  {
    hour: 15,
    name: "it goes",
    edit: without(ADDED),
    told: [["Lightning talks", "No longer in the schedule"]],
  },
  {
    hour: 16,
    name: "the wrong conference",
    instead: { is: "bytes", body: feedOf([{ title: "Pencils" }, { title: "Pens" }]) },
  },
  {
    hour: 17,
    name: "the right one, with a session that ends later",
    edit: (ics) => set(WORKSHOP, "DTEND", "20260417T060000Z")(ics),
    told: [[WORKSHOP_TITLE, "Ends at 11:30, was 11:15"]],
  },
  {
    hour: 18,
    name: "to another day",
    edit: (ics) => moveSession(ics, EVENTS, -24 * 60),
    told: [[EVENTS_TITLE, "Moved from Saturday 18 April, 16:55 to Friday 17 April, 16:55"]],
  },
  {
    hour: 19,
    name: "and back",
    edit: (ics) => moveSession(ics, EVENTS, 24 * 60),
    told: [[EVENTS_TITLE, "Moved from Friday 17 April, 16:55 to Saturday 18 April, 16:55"]],
  },
  {
    hour: 20,
    name: "another venue",
    edit: set(EVENTS, "LOCATION", "Audi 1 - Town Hall\\nBengaluru\\nIN"),
    told: [[EVENTS_TITLE, "Now in Audi 1, Town Hall, was Audi 1, NIMHANS Convention Centre"]],
  },
  { hour: 21, name: "the captive portal", instead: { is: "portal" } },
  {
    hour: 22,
    name: "two things of one session at once",
    edit: all(
      (ics) => moveSession(ics, SAFE, -15),
      (ics) => moveRoom(ics, SAFE, "Audi 2"),
    ),
    told: [[SAFE_TITLE, "Moved from 14:45 to 14:30", "Now in Audi 2, was Audi 1"]],
    agenda: { [SAFE_TITLE]: "14:30 Audi 2" },
  },
  {
    hour: 23,
    name: "the break that was made again is deleted",
    edit: without(uid("again")),
    told: [["Morning break", "No longer in the schedule"]],
    agenda: { "Morning break": "11:30 (gone)" },
  },
  {
    hour: 24,
    name: "and made a third time, later",
    edit: all(restore(MORNING), (ics) => makeAgain(MORNING, uid("third"))(moveSession(ics, MORNING, 15))),
    told: [["Morning break", "Back in the schedule", "Moved from 11:30 to 11:45"]],
    agenda: { "Morning break": "11:45" },
  },
  { hour: 25, name: "the emptied feed", instead: { is: "bytes", body: EMPTIED } },
  {
    hour: 26,
    name: "the feed is back, with another title",
    edit: set(EVENTS, "SUMMARY", "Unstoppable events"),
    told: [["Unstoppable events", `New title, was “${EVENTS_TITLE}”`]],
    agenda: { [EVENTS_TITLE]: null, "Unstoppable events": "16:55 Audi 1" },
  },
  {
    hour: 27,
    name: "labels and an address",
    edit: all(set(SAFE, "CATEGORIES", "Embedded"), set(SAFE, "URL", "https://example.org/safe")),
  },
  {
    hour: 28,
    name: "made again in another room: nobody can know that it is the same",
    edit: (ics) => moveRoom(makeAgain(TYPES, uid("types"))(ics), uid("types"), "Audi 2"),
    told: [
      [TYPES_TITLE, "New in the schedule"],
      [TYPES_TITLE, "No longer in the schedule"],
    ],
    agenda: { [TYPES_TITLE]: "16:15 Audi 1 (gone)" },
  },
  { hour: 30, name: "the second outage", instead: { is: "error" } },
  {
    hour: 31,
    name: "the old one is back, the other one gone",
    edit: all(without(uid("types")), restore(TYPES)),
    told: [
      [TYPES_TITLE, "Back in the schedule"],
      [TYPES_TITLE, "No longer in the schedule"],
    ],
    agenda: { [TYPES_TITLE]: "16:15 Audi 1" },
  },
  { hour: 33, name: "half a file", instead: { is: "bytes", body: cutInHalf(FEED) } },
  {
    hour: 36,
    name: "no room is named any more",
    edit: set(KAFKA, "LOCATION", "Bengaluru"),
    told: [[KAFKA_TITLE, "No room named any more, was Audi 2, NIMHANS Convention Centre"]],
    agenda: { [KAFKA_TITLE]: "15:10" },
  },
  {
    hour: 37,
    name: "three at once, a starred one among them",
    edit: all(
      (ics) => moveSession(ics, KAFKA, 10),
      (ics) => moveSession(ics, REMARKS, 10),
      set(CANCELLATION, "SUMMARY", "Cancellation safety"),
    ),
    told: [
      ["Cancellation safety", `New title, was “${CANCELLATION_TITLE}”`],
      [KAFKA_TITLE, "Moved from 15:10 to 15:20"],
      ["Concluding remarks; feedback", "Moved from 17:30 to 17:40"],
    ],
    agenda: { [KAFKA_TITLE]: "15:20" },
  },
  {
    hour: 40,
    name: "the room is named again",
    edit: set(KAFKA, "LOCATION", "Audi 1 - NIMHANS Convention Centre\\nBengaluru\\nIN"),
    told: [[KAFKA_TITLE, "Now in Audi 1, NIMHANS Convention Centre"]],
    agenda: { [KAFKA_TITLE]: "15:20 Audi 1" },
  },
  { hour: 41, name: "an alarm changes", edit: (ics) => ics.replaceAll("TRIGGER:-PT5M", "TRIGGER:-PT4M") },
  {
    hour: 42,
    name: "a session is cancelled",
    edit: (ics) => cancelSession(ics, HIRING),
    told: [[HIRING_TITLE, "Cancelled"]],
    agenda: { [HIRING_TITLE]: `14:15 ${DINING} (cancelled)` },
  },
  {
    hour: 43,
    name: "and goes, which is no news",
    edit: without(HIRING),
    agenda: { [HIRING_TITLE]: `14:15 ${DINING} (gone)` },
  },
  {
    hour: 47,
    name: "everything that is left runs late",
    edit: (ics) => moveSession(moveSession(ics, EVENTS, 10), REMARKS, 5),
    told: [
      ["Unstoppable events", "Moved from 16:55 to 17:05"],
      ["Concluding remarks; feedback", "Moved from 17:40 to 17:45"],
    ],
    agenda: { "Unstoppable events": "17:05 Audi 1" },
  },
];

/** The steps in order, each with the feed as the organiser has it then and the whole agenda that must be seen. */
export function walk(): readonly (LifeStep & {
  readonly feed: string;
  readonly rows: ReadonlyMap<string, string>;
})[] {
  let feed = shiftAll(FEED, 0);
  let rows = new Map(STARRED.map(({ title, row }) => [title, row]));
  return STEPS.map((step) => {
    feed = step.edit?.(feed) ?? feed;
    const changed = Object.entries(step.agenda ?? {});
    rows = new Map([...rows, ...changed].filter((row): row is [string, string] => row[1] !== null));
    for (const [title, row] of changed) if (row === null) rows.delete(title);
    return { ...step, feed, rows };
  });
}
