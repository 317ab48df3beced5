import ICAL from "ical.js";
import { parseFeed } from "../../../src/feed/parse-feed";

/** What the page asks for: the app's reader, or the least that ical.js can do. */
export interface ReaderRequest {
  readonly bytes: Uint8Array;
  readonly reader: "app" | "ical";
}

const PROPERTIES = [
  "uid",
  "summary",
  "dtstart",
  "dtend",
  "description",
  "location",
  "status",
  "url",
  "categories",
];

/** Gives how many sessions there were. */
function parseAndProperties(bytes: Uint8Array): number {
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
  const events = calendar.getAllSubcomponents("vevent");
  let read = 0;
  for (const event of events) {
    for (const name of PROPERTIES) if (event.getFirstPropertyValue(name) !== null) read++;
  }
  return read > 0 ? events.length : 0;
}

self.onmessage = ({ data }: MessageEvent<ReaderRequest>) => {
  const began = performance.now();
  const read = data.reader === "ical" ? parseAndProperties(data.bytes) : appsReader(data.bytes);
  self.postMessage({ sessions: read, took: performance.now() - began });
};

function appsReader(bytes: Uint8Array): number {
  const result = parseFeed(bytes);
  return result.ok ? result.conference.sessions.length : 0;
}
