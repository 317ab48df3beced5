import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { addEntry, entryId, save, write } from "./own-entry-steps";
import { rehearse } from "./rehearse";
import { before, clockOffset, deviceShows, onTime, openApp, type Rung, wellPast } from "./reminder-steps";
import { clickCard, notifications } from "./service-worker";

const COFFEE = "Coffee with Mina";
/** 15:45 in Kolkata. */
const START = Date.parse("2026-04-18T10:15:00Z");
const MINUTE = 60_000;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Puts the entry in by the device's clock, and gives what it is to ring. */
async function withCoffee(page: Page): Promise<Rung> {
  await openApp(page, "#/agenda");
  await addEntry(page, { title: COFFEE, start: "15:45", place: "Foyer" });
  return rungAt(page, START);
}

async function rungAt(page: Page, startsAt: number): Promise<Rung> {
  const [uid, fireAt] = [await entryId(page), startsAt - 5 * MINUTE];
  return { title: COFFEE, uid, startsAt, fireAt, tag: `${uid}@${fireAt}` };
}

test("offline an own entry rings once, on time, and its card opens its page", async ({
  page,
  context,
  server,
  network,
}) => {
  const coffee = await withCoffee(page);
  const cards = await observeNotifications(page);
  await network.goOffline();
  await rehearse(page, before(coffee.fireAt, 4), "#/agenda");
  const offset = await page.evaluate(clockOffset);
  await deviceShows(wellPast(coffee.fireAt, offset));
  onTime("own entry", cards.shown(), [coffee], offset);
  const url = `${server.url}#/session/${encodeURIComponent(coffee.uid)}`;
  expect(await notifications(page)).toMatchObject([
    { title: COFFEE, body: "starts in 5 min · Foyer · 15:45", data: { url } },
  ]);
  expect(await clickCard(context.serviceWorkers()[0])).toEqual([]);
  await expect(page.getByRole("heading", { level: 1, name: COFFEE })).toBeVisible();
  expect(page.url()).toBe(url);
});

test("with the page closed the service worker rings it", async ({ page, context }) => {
  const coffee = await withCoffee(page);
  const watching = await context.newPage();
  const cards = await observeNotifications(watching);
  await rehearse(page, before(coffee.fireAt, 5), "#/agenda");
  const offset = await page.evaluate(clockOffset);
  await page.close();
  await deviceShows(wellPast(coffee.fireAt, offset));
  onTime("service worker", cards.shown(), [coffee], offset);
});

test("put in after its time it does not ring, nor is it missed; moved, it is armed anew", async ({
  page,
}) => {
  await openApp(page, "#/agenda");
  const cards = await observeNotifications(page);
  await rehearse(page, before(START, 120), "#/agenda");
  await addEntry(page, { title: COFFEE, start: "15:45" });
  await page.goto("./#/reminders");
  await expect(page.locator("section[aria-labelledby=missed]")).toContainText("None.");
  await expect(page.locator("section[aria-labelledby=armed]")).not.toContainText(COFFEE);
  await page.goto("./#/agenda");
  await button(page, `Edit ${COFFEE}`).click();
  await write(page, { start: "15:50" });
  await save(page);
  await page.goto("./#/reminders");
  await expect(page.locator("section[aria-labelledby=armed]")).toContainText(COFFEE);
  expect(cards.shown()).toEqual([]);
  const coffee = await rungAt(page, START + 5 * MINUTE);
  await rehearse(page, before(coffee.fireAt, 3), "#/agenda");
  await expect.poll(() => cards.shown().map(({ tag }) => tag)).toEqual([coffee.tag]);
});

test("in the calendar it is an entry like others, is put right as it moves, and taken out as it goes", async ({
  page,
}) => {
  const coffee = await withCoffee(page);
  await rehearse(page, before(START, 3600), "#/agenda");
  const exportBy = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
    return (await readFile(await file.path(), "utf8")).replaceAll("\r\n ", "");
  };
  const drift = page.getByRole("status", { name: "Your calendar" });
  const first = await exportBy("Add to my calendar");
  for (const line of [
    `UID:${coffee.uid}`,
    `SUMMARY:${COFFEE}`,
    "LOCATION:Foyer",
    "DTSTART:20260418T101500Z",
    "DTEND:20260418T104500Z",
    "TRIGGER:-PT5M",
    "SEQUENCE:0",
  ])
    expect(first).toContain(`\r\n${line}\r\n`);
  await expect(drift).toBeEmpty();

  await button(page, `Edit ${COFFEE}`).click();
  await write(page, { start: "16:00" });
  await save(page);
  const words = "1 own entry is no longer as your calendar has it: export again.";
  await expect(drift).toContainText(words);
  const second = await exportBy("Export again");
  for (const line of [`UID:${coffee.uid}`, "DTSTART:20260418T103000Z", "SEQUENCE:1"])
    expect(second).toContain(`\r\n${line}\r\n`);
  await expect(drift).toBeEmpty();

  await page.getByRole("link", { name: COFFEE }).click();
  expect(await exportBy("Add this session to my calendar")).toContain("\r\nSEQUENCE:2\r\n");
  await button(page, `Remove ${COFFEE}`).click();
  await expect(drift).toContainText(words);
  const last = await exportBy("Export again");
  for (const line of [`UID:${coffee.uid}`, "STATUS:CANCELLED", "SEQUENCE:3"])
    expect(last).toContain(`\r\n${line}\r\n`);
  expect(last).not.toContain("VALARM");
  await expect(drift).toBeEmpty();
});
