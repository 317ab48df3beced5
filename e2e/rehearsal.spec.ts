import type { Page } from "@playwright/test";
import { moveSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import {
  before,
  clockOffset,
  DAY,
  deviceShows,
  EMBEDDED,
  FEED,
  onTime,
  openApp,
  star,
  TYPES,
  wellPast,
} from "./reminder-steps";
import { notifications } from "./service-worker";

const MINUTE = 60_000;
const SESSION = `#/session/${encodeURIComponent(EMBEDDED.uid)}`;

const banner = (page: Page) => page.getByRole("region", { name: "Rehearsal" });
const missed = (page: Page) => page.getByRole("region", { name: "Missed" });
const heading = (page: Page) => page.getByRole("heading", { name: "Reminders on this device" });

test("offline: taken once, said on every view, kept over a reload, and ended", async ({
  page,
  network,
  server,
}) => {
  await openApp(page);
  await network.goOffline();
  await page.goto("./?keep=1&rehearse=2026-04-18T08:39:50Z#/agenda");
  await expect(banner(page)).toContainText("14:09, Sat 18 April");
  expect(page.url()).toBe(`${server.url}?keep=1#/agenda`);
  const offset = await page.evaluate(clockOffset);
  await page.reload();
  await expect(banner(page)).toBeVisible();
  expect(await page.evaluate(clockOffset)).toBe(offset);
  const views =
    "day/2026-04-17 agenda session/none search?q=rust now changes reminders conferences settings about privacy poster";
  for (const view of ["", SESSION.slice(2), ...views.split(" ")]) {
    await page.goto(`${server.url}#/${view}`);
    await expect(banner(page), view).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 }).first(), view).toBeVisible();
  }
  await banner(page).getByRole("button", { name: "End rehearsal" }).click();
  await expect(banner(page)).toHaveCount(0);
  expect(await page.evaluate(clockOffset)).toBe(0);
  await page.reload();
  await expect(page.getByRole("navigation")).toBeVisible();
  await expect(banner(page)).toHaveCount(0);

  await rehearse(page, "2026-04-18T08:39:50.250Z");
  await page.goto("./?rehearse=off#/agenda");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  expect(page.url()).toBe(`${server.url}#/agenda`);
});

test("an instant with +05:30 is read, also where the plus arrives as a space", async ({ page }) => {
  await openApp(page);
  for (const written of [
    "14:09:20+05:30",
    "14:09:20 05:30",
    "14:09:20%2B05:30",
    "14:09:20%2005:30",
    "14:09+0530",
  ]) {
    await page.goto("./?rehearse=off");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(banner(page)).toHaveCount(0);
    await page.goto(`./?rehearse=2026-04-18T${written}#/agenda`);
    await expect(banner(page), written).toContainText("14:09, Sat 18 April");
  }
});

test("a bad instant gets a sentence, offline too, and leaves the clock as it was", async ({
  page,
  network,
}) => {
  await openApp(page);
  await network.goOffline();
  for (const bad of ["tomorrow", "2026-02-30T10:00:00Z", "2026-04-18T14:09", ""]) {
    await page.goto(`./?rehearse=${encodeURIComponent(bad)}#/agenda`);
    await expect(
      page.getByRole("alert").filter({ hasText: "not a moment that can be rehearsed" }),
    ).toContainText(bad);
    await expect(banner(page)).toHaveCount(0);
    expect(page.url()).not.toContain("rehearse");
  }
  await rehearse(page, before(EMBEDDED.fireAt, 600), "#/agenda");
  await page.goto("./?rehearse=nonsense#/agenda");
  await expect(page.getByRole("alert").filter({ hasText: "nonsense" })).toBeVisible();
  await expect(banner(page)).toBeVisible();
});

test("each rehearsal is a fresh run: the same reminder rings in the second one too", async ({
  page,
  network,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await network.goOffline();
  for (const run of [1, 2]) {
    await rehearse(page, before(EMBEDDED.fireAt, 3), DAY);
    await expect.poll(() => cards.shown().length).toBe(run);
    const offset = await page.evaluate(clockOffset);
    onTime("fresh run", cards.shown().slice(run - 1), [EMBEDDED], offset);
    // A reload within the run rings nothing again.
    await page.reload();
    await expect(banner(page)).toBeVisible();
    await deviceShows(wellPast(EMBEDDED.fireAt, offset));
    expect(cards.shown()).toHaveLength(run);
  }
  expect(await notifications(page)).toHaveLength(1);
});

test("what rang in a rehearsal rings on the real day as well", async ({ page, server }) => {
  const fireAt = Math.ceil(Date.now() / 1000) * 1000 + 14_000;
  const minutes = (fireAt - EMBEDDED.fireAt) / MINUTE;
  server.feed = { mode: "bytes", body: moveSession(FEED, EMBEDDED.uid, minutes) };
  const moved = { ...EMBEDDED, fireAt, tag: `${EMBEDDED.uid}@${fireAt}` };
  await openApp(page, SESSION);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await rehearse(page, before(fireAt, 2), "#/agenda");
  await expect.poll(() => cards.shown().length).toBe(1);
  await page.getByRole("button", { name: "End rehearsal" }).click();
  await expect(banner(page)).toHaveCount(0);
  // Cards of a day that is not are taken away.
  await expect.poll(() => notifications(page)).toEqual([]);
  expect(Date.now(), "ended in time").toBeLessThan(fireAt - 500);
  await deviceShows(wellPast(fireAt, 0));
  onTime("real clock", cards.shown().slice(1), [moved], 0);
});

test("a star set after its reminder's time neither rings nor is missed; an older star is", async ({
  page,
  network,
}) => {
  await openApp(page);
  const cards = await observeNotifications(page);
  await network.goOffline();
  await rehearse(page, before(EMBEDDED.fireAt, -40), DAY);
  await star(page, EMBEDDED);
  await page.goto("./#/reminders");
  await expect(heading(page)).toBeVisible();
  await deviceShows(Date.now() + 1000);
  expect(cards.shown()).toEqual([]);
  await expect(missed(page)).toContainText("None.");

  // In the next run the star is older than everything: the reminder is late, but not too late.
  await rehearse(page, before(EMBEDDED.fireAt, -40), "#/reminders");
  await expect.poll(() => cards.shown().length).toBe(1);
  expect(cards.shown()[0]).toMatchObject({ tag: EMBEDDED.tag, body: "starts in 4 min · Audi 1 · 14:15" });
  await expect(missed(page)).toContainText("None.");
});

test("past the late rule an older star's reminder is missed, a new star's is not", async ({
  page,
  network,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await network.goOffline();
  await rehearse(page, before(TYPES.startsAt, -125), DAY);
  await star(page, TYPES);
  await page.goto("./#/reminders");
  await expect(missed(page).getByRole("listitem")).toHaveCount(1);
  await expect(missed(page).getByRole("listitem")).toContainText(EMBEDDED.title);
  await rehearse(page, before(TYPES.startsAt, -125), "#/reminders");
  await expect(missed(page).getByRole("listitem")).toHaveCount(2);
  await rehearse(page, before(EMBEDDED.fireAt, 600), "#/reminders");
  await expect(missed(page)).toContainText("None.");
  expect(cards.shown()).toEqual([]);
});

test("a rehearsal begins from the page of reminders, in every tab", async ({ page, context, network }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const other = await context.newPage();
  await openApp(other);
  await network.goOffline();
  await page.goto("./#/reminders");
  await page.getByRole("button", { name: "10 seconds before your first reminder" }).click();
  for (const tab of [page, other]) await expect(banner(tab)).toContainText("14:09, Sat 18 April");
  const early = EMBEDDED.fireAt - ((await page.evaluate(clockOffset)) + Date.now());
  expect(early).toBeGreaterThan(5000);
  expect(early).toBeLessThanOrEqual(10_000);
  await page.getByLabel(/^Moment/).fill("2026-04-18T11:00");
  await page.getByRole("button", { name: "Rehearse from here" }).click();
  for (const tab of [page, other]) await expect(banner(tab)).toContainText("11:00, Sat 18 April");
  await banner(other).getByRole("button", { name: "End rehearsal" }).click();
  for (const tab of [page, other]) await expect(banner(tab)).toHaveCount(0);
});
