import type { Locator, Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { feedOfRooms } from "./feed-of-rooms";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";
import { DAY, EMBEDDED, HIRING, PORTABLE, TYPES } from "./reminder-steps";

const CROWD = "#/day/2030-05-21";
const NEXT = "Beyond Kafka performance: streaming with Apache Iggy in Rust";

const cell = (page: Page, title: string) => page.getByRole("article", { name: title, exact: true });
const link = (page: Page, title: string) => page.getByRole("link", { name: title, exact: true });
const rooms = (page: Page) => page.getByRole("list", { name: "Rooms" });

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error("It is not drawn.");
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Opens the app with a made-up conference of so many rooms, once the server's copy has been taken in. */
async function openCrowd(page: Page, server: FeedServer, count: number, hash = CROWD): Promise<void> {
  server.feed = { mode: "bytes", body: feedOfRooms({ rooms: count }) };
  await page.goto("./");
  await expect(page.getByRole("link", { name: "Crowd" })).toBeVisible();
  await page.goto(`./${hash}`);
  await expect(rooms(page).getByRole("listitem")).toHaveCount(count);
}

test("rooms stand side by side, heights are true to time, the order is the list's", async ({ page }) => {
  await page.goto(`./${DAY}`);
  await expect(rooms(page).getByRole("listitem")).toHaveText([/Audi 1/, /Dining room/]);
  const [talk, bof, next] = [
    await boxOf(cell(page, EMBEDDED.title)),
    await boxOf(cell(page, HIRING.title)),
    await boxOf(cell(page, NEXT)),
  ];
  expect(talk.y).toBeCloseTo(bof.y, 0);
  expect(bof.x).toBeGreaterThanOrEqual(talk.right - 1);
  expect(bof.height / talk.height).toBeCloseTo(45 / 35, 1);
  expect(next.height).toBeCloseTo(talk.height, 0);
  expect((next.y - talk.y) / talk.height).toBeCloseTo(55 / 35, 1);
  // Lunch pauses both rooms, and is not as long as its hour.
  const lunch = await boxOf(cell(page, "Lunch"));
  expect(lunch.x).toBeCloseTo(talk.x, 0);
  expect(lunch.right).toBeCloseTo(bof.right, 0);
  expect(lunch.height).toBeLessThan(talk.height);

  const titles = () => page.getByRole("article").evaluateAll((all) => all.map((one) => one.ariaLabel));
  const inTimetable = await titles();
  await page.getByRole("button", { name: "List" }).click();
  await expect(rooms(page)).toHaveCount(0);
  expect(await titles()).toEqual(inTimetable);
});

test("who prefers the list has it, also next time", async ({ page }) => {
  await page.goto(`./${DAY}`);
  await expect(page.getByRole("button", { name: "Timetable" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "List" }).click();
  await expect(rooms(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "List" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("article")).toHaveCount(18);
  await expect(rooms(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Timetable" }).click();
  await expect(rooms(page)).toBeVisible();
});

test("a narrower window, paper and a day of one room have the list", async ({ page }) => {
  await page.goto(`./${DAY}`);
  await expect(rooms(page)).toBeVisible();
  await page.setViewportSize({ width: 900, height: 720 });
  await expect(rooms(page)).toHaveCount(0);
  await expect(page.getByRole("article")).toHaveCount(18);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(rooms(page)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(rooms(page)).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await page.goto("./#/day/2026-04-17");
  await expect(page.getByRole("article")).toHaveCount(9);
  await expect(rooms(page)).toHaveCount(0);
});

test("a phone never loads the timetable's code", async ({ page }) => {
  // What the page itself asked for; its service worker keeps everything, without running it.
  const asked = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.includes("wide-day")),
    );
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`./${DAY}`);
  await expect(page.getByRole("article")).toHaveCount(18);
  expect(await asked()).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect(rooms(page)).toBeVisible();
  expect(await asked()).not.toEqual([]);
});

test("during the conference it opens at now, whose line crosses all rooms at its time", async ({ page }) => {
  await rehearse(page, "2026-04-18T09:02:00Z");
  await expect(rooms(page)).toBeInViewport();
  const line = page.locator(".now-line");
  await expect(line).toContainText("14:32");
  await expect(line).toBeInViewport();
  const [at, talk, bof] = [
    await boxOf(line),
    await boxOf(cell(page, EMBEDDED.title)),
    await boxOf(cell(page, HIRING.title)),
  ];
  expect((at.y - talk.y) / talk.height).toBeCloseTo(17 / 35, 1);
  expect(at.x).toBeLessThan(talk.x);
  expect(at.right).toBeGreaterThanOrEqual(bof.right - 1);
  await expect(cell(page, EMBEDDED.title)).toContainText("Now · 18 min left");
  // The heads stay in sight, clear of the days above them.
  const tabs = await boxOf(page.locator(".day-tabs"));
  expect((await boxOf(rooms(page))).y).toBeCloseTo(tabs.bottom, 0);
});

test("arrows go from cell to cell, through a break and out where one came in", async ({ page }) => {
  await page.goto(`./${DAY}`);
  await link(page, EMBEDDED.title).focus();
  const steps = [
    ["ArrowRight", HIRING.title],
    ["ArrowDown", "Evening break"],
    ["ArrowDown", PORTABLE.title],
    ["ArrowLeft", TYPES.title],
    ["ArrowUp", "Evening break"],
    ["ArrowUp", NEXT],
    ["Home", "Check-in"],
    ["End", "Concluding remarks; feedback"],
  ] as const;
  for (const [key, title] of steps) {
    await page.keyboard.press(key);
    await expect(link(page, title), `${key} leads to ${title}`).toBeFocused();
    await expect(link(page, title)).toBeInViewport();
  }
  await page.keyboard.press("Home");
  await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  await link(page, EMBEDDED.title).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(link(page, HIRING.title)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: `Star ${HIRING.title}`, exact: true })).toBeFocused();
});

test("forty rooms scroll in their own box, under their heads and beside the hours", async ({
  page,
  server,
}) => {
  await openCrowd(page, server, 40);
  const table = page.locator(".timetable");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(1280);
  const clock = await boxOf(page.locator(".clock"));
  const head = await boxOf(rooms(page));
  await table.evaluate((box) => box.scrollTo(2000, 600));
  await expect.poll(async () => (await boxOf(page.locator(".clock"))).x).toBeCloseTo(clock.x, 0);
  expect((await boxOf(rooms(page))).y).toBeCloseTo(head.y, 0);
  const box = await boxOf(table);
  expect(box.bottom - box.y).toBeLessThanOrEqual(720 + 1);
  // Back from a session it is where it was, also where the link is followed in the moment of the scroll.
  const shown = page.getByRole("article", { name: /^R\d+ 4:/ });
  const title = await shown.evaluateAll((all) => {
    const one = all.find((session) => session.getBoundingClientRect().x > 500);
    one?.scrollIntoView({ block: "center" });
    one?.querySelector("a")?.click();
    return one?.ariaLabel ?? "";
  });
  await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  await page.goBack();
  await expect(link(page, title)).toBeInViewport();
});

test("side by side in one room, all day, without a room, cancelled, past midnight", async ({
  page,
  server,
}) => {
  await openCrowd(page, server, 2);
  const one = await boxOf(cell(page, "R1 1: measuring the long"));
  const two = await boxOf(cell(page, "Side by side"));
  expect(two.x).toBeGreaterThanOrEqual(one.right - 1);
  expect(two.y).toBeLessThan(one.bottom);
  expect(two.right).toBeLessThanOrEqual((await boxOf(rooms(page).getByRole("listitem").first())).right + 1);
  const fair = await boxOf(cell(page, "Fair"));
  expect(fair.bottom).toBeLessThanOrEqual(one.y + 1);
  await expect(cell(page, "Fair")).toContainText("All day");
  const all = await boxOf(cell(page, "The whole house sings"));
  expect(all.width).toBeGreaterThan(one.width * 2);
  await expect(cell(page, "Called off")).toContainText("Cancelled");
  await expect(page.getByRole("heading", { name: "Called off" })).toHaveCSS(
    "text-decoration-line",
    "line-through",
  );
  await expect(cell(page, "Party")).toContainText("02:00");
  expect((await boxOf(cell(page, "Party"))).y).toBeGreaterThan(all.bottom);
  const stars = page.getByRole("button", { name: /^Star / });
  const small = await stars.evaluateAll((buttons) =>
    buttons
      .map((one) => one.getBoundingClientRect())
      .filter(({ width, height }) => width < 44 || height < 44),
  );
  expect(small).toEqual([]);
});

test("axe finds nothing in a timetable with all of it, at its busiest moment", async ({ page, server }) => {
  await openCrowd(page, server, 8);
  await rehearse(page, "2030-05-21T09:20:00Z");
  await expect(rooms(page)).toBeVisible();
  await expectNothingFound(page);
});
