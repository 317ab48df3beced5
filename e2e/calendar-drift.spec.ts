import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { cancelSession, moveSession, removeSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";
import { before, DAY, EMBEDDED, FEED, HIRING, openApp, star, TYPES } from "./reminder-steps";

/** What another program's calendar holds of one entry. */
interface Entry {
  readonly start: string;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** Imports a file as RFC 5546 has it: an entry of the same UID gives way to one of a higher SEQUENCE. */
function importInto(calendar: Map<string, Entry>, text: string): void {
  for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const sequence = Number(component.getFirstPropertyValue("sequence"));
    const held = calendar.get(event.uid);
    expect(sequence, `${event.summary} is an update`).toBeGreaterThan(held?.sequence ?? -1);
    calendar.set(event.uid, {
      start: event.startDate.toJSDate().toISOString(),
      sequence,
      cancelled: component.getFirstPropertyValue("status") === "CANCELLED",
    });
  }
}

async function exportBy(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), "utf8");
}

const drift = (page: Page) => page.getByRole("status", { name: "Your calendar" });
const live = (calendar: ReadonlyMap<string, Entry>) =>
  [...calendar].filter(([, { cancelled }]) => !cancelled).map(([uid, { start }]) => [uid, start]);
const iso = (instant: number) => new Date(instant).toISOString();

/** What is over is left alone: all of this happens in the morning of the second day. */
async function openOnTheDay(page: Page, hash: string): Promise<void> {
  await openApp(page, hash);
  await rehearse(page, before(EMBEDDED.startsAt, 5 * 3600), hash);
}

test("what moved or was cancelled after the export is said, and put right by the next file", async ({
  page,
  server,
}) => {
  const calendar = new Map<string, Entry>();
  await openOnTheDay(page, DAY);
  for (const session of [EMBEDDED, HIRING, TYPES]) await star(page, session);
  await page.goto("./#/agenda");
  importInto(calendar, await exportBy(page, "Add to my calendar"));
  expect(live(calendar)).toHaveLength(3);
  await expect(drift(page)).toBeEmpty();

  const body = removeSession(moveSession(FEED, EMBEDDED.uid, 25), HIRING.uid);
  server.feed = { mode: "bytes", body };
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(drift(page)).toContainText(
    "1 session in your calendar has moved and 1 has been cancelled: export again.",
  );
  await page.reload();
  await expect(drift(page)).toBeVisible();
  importInto(calendar, await exportBy(page, "Export again"));
  await expect(drift(page)).toBeEmpty();
  expect(calendar.size).toBe(3);
  expect(live(calendar)).toEqual([
    [EMBEDDED.uid, iso(EMBEDDED.startsAt + 25 * 60_000)],
    [TYPES.uid, iso(TYPES.startsAt)],
  ]);

  // Back again, and where it was.
  server.feed = { mode: "bytes", body: FEED };
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(drift(page)).toContainText("2 sessions in your calendar have moved: export again.");
  importInto(calendar, await exportBy(page, "Export again"));
  expect(live(calendar)).toHaveLength(3);
  expect(calendar.get(EMBEDDED.uid)?.start).toBe(iso(EMBEDDED.startsAt));
});

test("a star that was taken away is taken out of the calendar, and one that is set anew put back", async ({
  page,
}) => {
  const calendar = new Map<string, Entry>();
  await openOnTheDay(page, DAY);
  for (const session of [EMBEDDED, TYPES]) await star(page, session);
  await page.goto("./#/agenda");
  importInto(calendar, await exportBy(page, "Add to my calendar"));
  for (const { title } of [EMBEDDED, TYPES]) {
    await page.getByRole("button", { name: `Star ${title}`, exact: true }).click();
  }
  await expect(page.getByText(/^Nothing starred/)).toBeVisible();
  await expect(drift(page)).toContainText("2 sessions in your calendar are no longer starred: export again.");
  importInto(calendar, await exportBy(page, "Export again"));
  expect(live(calendar)).toEqual([]);
  await expect(drift(page)).toBeEmpty();
  await page.goto(`./${DAY}`);
  await star(page, TYPES);
  await page.goto("./#/agenda");
  importInto(calendar, await exportBy(page, "Add to my calendar"));
  expect(live(calendar)).toEqual([[TYPES.uid, iso(TYPES.startsAt)]]);
});

test("a starred session with STATUS:CANCELLED goes out as cancelled, and what is over is left alone", async ({
  page,
  server,
}) => {
  const calendar = new Map<string, Entry>();
  await openOnTheDay(page, DAY);
  for (const session of [EMBEDDED, TYPES]) await star(page, session);
  await page.goto("./#/agenda");
  importInto(calendar, await exportBy(page, "Add to my calendar"));
  server.feed = { mode: "bytes", body: cancelSession(FEED, TYPES.uid) };
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(drift(page)).toContainText("1 session in your calendar has been cancelled: export again.");
  importInto(calendar, await exportBy(page, "Export again"));
  expect(live(calendar)).toEqual([[EMBEDDED.uid, iso(EMBEDDED.startsAt)]]);
  await page.getByRole("button", { name: "End rehearsal" }).click();
  server.feed = { mode: "bytes", body: removeSession(FEED, EMBEDDED.uid) };
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(page.getByRole("article", { name: EMBEDDED.title })).toContainText(
    "No longer in the schedule",
  );
  await expect(drift(page)).toBeEmpty();
});

test("a session that was added by itself stays, starred or not, and its move is told", async ({
  page,
  server,
}) => {
  await openOnTheDay(page, `#/session/${encodeURIComponent(EMBEDDED.uid)}`);
  const calendar = new Map<string, Entry>();
  importInto(calendar, await exportBy(page, "Add this session to my calendar"));
  await page.goto("./#/agenda");
  await expect(page.getByText(/^Nothing starred/)).toBeVisible();
  await expect(drift(page)).toBeEmpty();
  server.feed = { mode: "bytes", body: moveSession(FEED, EMBEDDED.uid, 25) };
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(drift(page)).toContainText("1 session in your calendar has moved: export again.");
  importInto(calendar, await exportBy(page, "Export again"));
  expect(live(calendar)).toEqual([[EMBEDDED.uid, iso(EMBEDDED.startsAt + 25 * 60_000)]]);
  // Starred, handed over with the agenda, and no longer starred: it was added by itself, and stays.
  await page.goto(`./${DAY}`);
  await star(page, EMBEDDED);
  await page.goto("./#/agenda");
  importInto(calendar, await exportBy(page, "Add to my calendar"));
  await page.getByRole("button", { name: `Star ${EMBEDDED.title}`, exact: true }).click();
  await expect(page.getByText(/^Nothing starred/)).toBeVisible();
  await expect(drift(page)).toBeEmpty();
});

test("the file's alarms are those that the attendee wants", async ({ page }) => {
  await openApp(page, "#/reminders");
  await page.getByRole("combobox", { name: "When" }).selectOption({ label: "15 min before" });
  await page.goto(`./#/session/${encodeURIComponent(EMBEDDED.uid)}`);
  const text = await exportBy(page, "Add this session to my calendar");
  expect(text).toContain("TRIGGER:-PT15M");
  expect(text).not.toContain("TRIGGER:-PT5M");
});
