import { readFileSync } from "node:fs";
import { addSession, editSession, linesOf, removeSession } from "./edit-feed";

// The sessions that two days in the life of the feed are about, and what an organiser does to one.

/** The conference's feed as it lies in the repository. */
export const FEED = readFileSync(new URL("../public/schedule.ics", import.meta.url), "utf8");

export const uid = (id: string) => `session/${id}@hasgeek.com`;
export const WORKSHOP = uid("7Z6pxES2kvTcTc1TFk5K8Q");
export const KEYNOTE = uid("DX42hDGWBS5TujX8uEePo4");
export const MORNING = uid("UzU9XCnVdi1sQHFowj9xEz");
export const SAFE = uid("8rDkDMtMExebQQFQug9x74");
export const HIRING = uid("VQGsyhNwDkXZhyExUwxQkQ");
export const KAFKA = uid("6bbdqw4qUtywDiwaphyinR");
export const TYPES = uid("Arw2K6roc8mhVPDcmgGnMp");
export const EVENTS = uid("QF7wtrpDkywEF6dwwwrNxq");
export const CANCELLATION = uid("VV38LnEhVMR7G9aq6bZhzD");
export const REMARKS = uid("JQNYhRKJUsHNVDNZzgyzQv");
export const ADDED = "session/added@hasgeek.com";

export const WORKSHOP_TITLE = "Rust’s type system for data engineering";
export const KEYNOTE_TITLE = "Rust is poised to grow rapidly, if we keep our eyes on the prize";
export const SAFE_TITLE = "Safe by construction: embedded systems in Rust";
export const HIRING_TITLE = "The State of Rust Hiring - Signals, Skills, and Scarcity";
export const KAFKA_TITLE = "Beyond Kafka performance: streaming with Apache Iggy in Rust";
export const TYPES_TITLE = "From types to trust: safer API designs in Rust";
export const EVENTS_TITLE = "Unstoppable events: building reliable event-driven systems in Rust";
export const CANCELLATION_TITLE = "Building cancellation-safe async systems with Rust";
export const DINING = "Dining room - for BOFs and lightning talks";

const line = (name: string, value: string) => (lines: readonly string[]) => [
  ...lines.filter((old) => !old.startsWith(`${name}:`)).slice(0, -1),
  `${name}:${value}`,
  "END:VEVENT",
];
export const set = (id: string, name: string, value: string) => (ics: string) =>
  editSession(ics, id, line(name, value));
export const restore =
  (id: string, from = FEED) =>
  (ics: string) =>
    addSession(ics, linesOf(from, id));
export const without = (id: string) => (ics: string) => removeSession(ics, id);
/** Deletes a session and makes it again under another UID, as this conference's calendar does. */
export const makeAgain = (id: string, again: string) => (ics: string) =>
  addSession(
    removeSession(ics, id),
    linesOf(ics, id).map((old) => (old === `UID:${id}` ? `UID:${again}` : old)),
  );
export const all =
  (...edits: readonly ((ics: string) => string)[]) =>
  (ics: string) =>
    edits.reduce((text, edit) => edit(text), ics);

export const EMPTIED = [
  ...FEED.replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/)
    .filter((text) => text !== "")
    .slice(0, 4),
  "NAME:Rust India Conference 2026",
  "X-WR-TIMEZONE:Asia/Kolkata",
  "BEGIN:VEVENT",
  "UID:rustbangalore/rust-india-conference-2026@hasgeek.com",
  "DTSTAMP:20260417T130000Z",
  "SUMMARY:Rust India Conference 2026",
  "DTSTART:20260417T033000Z",
  "DTEND:20260418T123000Z",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

/** One step in the life of the feed. */
export interface LifeStep {
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
