import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Alarm, fireAtOf } from "../domain/alarm";
import type { Details, Session, SessionLink } from "../domain/session";
import { dayOf, instantOf, MINUTE, SECOND } from "../domain/time";
import { parseFeed } from "./parse-feed";
import { readTitle } from "./read-title";
import { type CalendarEntry, writeCalendar } from "./write-calendar";

// The property runs hundreds of round trips; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const WRITTEN_AT = Date.UTC(2030, 0, 1, 12);

function reread(timeZone: string, entries: readonly CalendarEntry[]) {
  const text = writeCalendar({ name: "My, own; agenda", timeZone, entries, writtenAt: WRITTEN_AT });
  const result = parseFeed(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.reason);
  return { text, ...result };
}

/** What has to come back, whatever the calendar goes through. */
const essence = (session: Session, uid = session.uid, alarms: readonly Alarm[] = session.alarms) => ({
  uid,
  title: session.title,
  kind: session.kind,
  sponsored: session.sponsored,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  allDay: session.allDay,
  day: session.day,
  status: session.status,
  geo: session.geo,
  url: session.url,
  categories: session.categories,
  fires: [...new Set(alarms.map((alarm) => fireAtOf(alarm, session)))].sort((a, b) => a - b),
});

/** Printable, with what iCalendar escapes, folds or breaks lines at. */
const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(",", ";", "\\", "\n", "\\n", "\r\n", "🎪", "é", ":", '"', " ", "long ".repeat(20)),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join("")),
);

const alarms: fc.Arbitrary<Alarm> = fc.oneof(
  fc.record({
    related: fc.constantFrom("start", "end"),
    offset: fc.integer({ min: -100_000, max: 100_000 }).map((seconds) => seconds * SECOND),
  }),
  fc.record({
    related: fc.constant("none" as const),
    at: fc
      .integer({ min: WRITTEN_AT / SECOND, max: WRITTEN_AT / SECOND + 1_000_000 })
      .map((at) => at * SECOND),
  }),
);

const zones = fc.constantFrom(
  "Europe/Paris",
  "America/Los_Angeles",
  "Asia/Kathmandu",
  "UTC",
  "Pacific/Auckland",
);

const links: fc.Arbitrary<readonly SessionLink[]> = fc
  .uniqueArray(
    fc.record({
      kind: fc.constantFrom("join", "image", "file"),
      url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
      label: fc.constantFrom("", "Main stage", 'A, "b"; c: d', "Überblick"),
    }),
    { maxLength: 3, selector: ({ url }) => url },
  )
  // The reader takes them by what they are for.
  .map((drawn) => ["join", "image", "file"].flatMap((kind) => drawn.filter((link) => link.kind === kind)));

function entryOf(timeZone: string) {
  return fc
    .record({
      summary: fc
        .tuple(fc.constantFrom("", "Workshop: ", "Sponsored talk: ", "BoF: "), texts)
        .map((pair) => pair.join("x")),
      description: texts,
      location: texts,
      minutes: fc.integer({ min: 0, max: 400 * 24 * 60 }),
      length: fc.integer({ min: 0, max: 600 }),
      days: fc.option(fc.integer({ min: 1, max: 4 })),
      status: fc.constantFrom(null, "CONFIRMED", "TENTATIVE", "CANCELLED"),
      categories: fc.uniqueArray(texts.map((text) => text.replace(/\r\n/g, "\n").trim()).filter(Boolean), {
        maxLength: 4,
      }),
      sequence: fc.nat(1_000),
      url: fc.constantFrom(null, "https://planes.example/a?b=c;d,e#f"),
      geo: fc.option(
        fc.record({
          latitude: fc.integer({ min: -900_000, max: 900_000 }).map((value) => value / 10_000),
          longitude: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((value) => value / 10_000),
        }),
      ),
      links,
      alarms: fc.array(alarms, { maxLength: 5 }),
    })
    .map(({ summary, description, location, minutes, length, days, links, ...rest }) => {
      const wall = new Date(WRITTEN_AT + minutes * MINUTE);
      const date = { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
      const midnight = (by: number) =>
        instantOf({ ...date, day: date.day + by, hour: 0, minute: 0, second: 0 }, timeZone);
      const startsAt = days === null ? wall.getTime() : midnight(0);
      const title = readTitle(summary.replace(/\r\n/g, "\n"));
      const session: Session = {
        ...title,
        ...rest,
        id: "",
        uid: "",
        startsAt,
        endsAt: days === null ? startsAt + length * MINUTE : midnight(days),
        allDay: days !== null,
        day: dayOf(startsAt, timeZone, days === null ? 4 : 0),
        room: null,
        venue: null,
        city: null,
        part: null,
      };
      const details: Details = { summary, description, location, ...(links.length > 0 && { links }) };
      return { session, details };
    });
}

describe("a calendar written for other apps", () => {
  test("comes back the same", () => {
    const cases = zones.chain((timeZone) =>
      fc.tuple(fc.constant(timeZone), fc.array(entryOf(timeZone), { minLength: 1, maxLength: 6 })),
    );
    fc.assert(
      fc.property(cases, ([timeZone, drawn]) => {
        const entries = drawn.map(({ session, details }, index) => ({
          session,
          details,
          uid: `session/${index},;\\@example.org`,
          sequence: session.sequence,
          alarms: session.alarms,
        }));
        const { conference, details, text } = reread(timeZone, entries);
        const byUid = new Map(conference.sessions.map((session) => [session.id, session]));
        expect(conference).toMatchObject({ name: "My, own; agenda", timeZone });
        expect(byUid.size).toBe(entries.length);
        for (const entry of entries) {
          const session = byUid.get(entry.uid);
          expect(session && essence(session)).toEqual(essence(entry.session, entry.uid));
          expect(session?.sequence).toBe(entry.sequence);
          expect(details.sessions[entry.uid]).toEqual(
            Object.fromEntries(
              Object.entries(entry.details).map(([key, value]) => [
                key,
                typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value,
              ]),
            ),
          );
        }
        for (const line of text.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 200 },
    );
  });

  test("comes back the same for the whole of the conference's own feed", () => {
    const result = parseFeed(readFileSync(new URL("../../public/schedule.ics", import.meta.url)));
    if (!result.ok) throw new Error(result.reason);
    const { sessions, timeZone } = result.conference;
    const entries = sessions.map((session) => ({
      session,
      details: result.details.sessions[session.id],
      uid: session.uid,
      sequence: session.sequence,
      alarms: session.alarms,
    }));
    const again = reread(timeZone, entries);
    const strip = ({ room, venue, city, part, ...rest }: Session) => rest;
    expect(again.conference.sessions.map(strip)).toEqual(sessions.map(strip));
    expect(again.details.sessions).toEqual(result.details.sessions);
    expect(again.details.report).toEqual([]);
  });
});
