import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";

const CANCELLATION = "Building cancellation-safe async systems with Rust";
const PORTABLE = "Portable edge ML inference in Rust";
const TALK = "Safe by construction: embedded systems in Rust";
const BOF = "The State of Rust Hiring - Signals, Skills, and Scarcity";
const KAFKA = "Beyond Kafka performance: streaming with Apache Iggy in Rust";
const CACHE = "Build a concurrent cache in Rust";
/** Before either day. */
const EARLY = "2026-04-16T06:00:00Z";

const row = (page: Page, name: string) => page.getByRole("article", { name, exact: true });
const starOf = (page: Page, title: string) =>
  page.getByRole("button", { name: `Star ${title}`, exact: true });
const message = (page: Page) => page.getByRole("status", { name: "Message" });

/** Stars sessions of one day, the first of each title or the one at `index`, and waits until they are. */
async function star(page: Page, day: string, ...titles: readonly (string | readonly [string, number])[]) {
  await page.goto(`./#/day/${day}`);
  for (const wanted of titles) {
    const [title, index] = typeof wanted === "string" ? [wanted, 0] : wanted;
    await starOf(page, title).nth(index).click();
    await expect(starOf(page, title).nth(index)).toHaveAttribute("aria-pressed", "true");
  }
}

test("free time between two sessions is said, with what it is good for", async ({ page }) => {
  await rehearse(page, EARLY);
  await star(page, "2026-04-18", CANCELLATION, PORTABLE, TALK);
  await page.goto("./#/agenda");
  await expect(page.getByText("50 min free: Morning break at 11:30", { exact: true })).toBeVisible();
  await expect(page.getByText("1 h 40 min free: Lunch at 13:15", { exact: true })).toBeVisible();
  // What was not starred is no session of the agenda.
  await expect(page.getByRole("article")).toHaveCount(3);
});

test("what clashes stands side by side, one is kept, and the other can be had back", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await rehearse(page, EARLY);
  await star(page, "2026-04-18", TALK, BOF, KAFKA);
  await page.goto("./#/agenda");
  await expect(page.getByText("These overlap by 35 min, 14:15–14:50", { exact: true })).toBeVisible();
  for (const [title, other] of [
    [TALK, BOF],
    [BOF, TALK],
  ] as const) {
    await expect(row(page, title)).toContainText(`Clashes for 35 min with ${other}`);
    await expect(starOf(page, title)).toHaveCount(1);
  }
  const [left, right] = [await row(page, TALK).boundingBox(), await row(page, BOF).boundingBox()];
  expect(left?.y).toBe(right?.y);
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);

  await page.getByRole("button", { name: `Keep ${BOF}`, exact: true }).click();
  await expect(row(page, TALK)).toHaveCount(0);
  await expect(message(page)).toContainText(`Kept: ${BOF}`);
  await expect(page.getByText("These overlap")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row(page, TALK)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Keep / })).toHaveCount(2);
});

test("on the narrowest phone, what clashes stands one below the other", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await rehearse(page, EARLY);
  await star(page, "2026-04-18", TALK, BOF);
  await page.goto("./#/agenda");
  await expect(row(page, BOF)).toBeVisible();
  const [first, second] = [await row(page, TALK).boundingBox(), await row(page, BOF).boundingBox()];
  expect(first?.x).toBe(second?.x);
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(second?.y ?? 0);
});

test("parts that are not starred are named, and all are starred at once, or not", async ({ page }) => {
  await rehearse(page, EARLY);
  await star(page, "2026-04-17", [CACHE, 1], [CACHE, 3]);
  await page.goto("./#/agenda");
  await expect(row(page, CACHE)).toHaveCount(2);
  await expect(row(page, CACHE).first()).toContainText("Part 2 of 4");
  await expect(page.getByText("Parts 1 and 3 are not starred.")).toHaveCount(1);
  await page.getByRole("button", { name: `Star all 4 parts of ${CACHE}` }).click();
  await expect(row(page, CACHE)).toHaveCount(4);
  await expect(page.getByText("are not starred")).toHaveCount(0);
  await expect(message(page)).toContainText(`Starred all 4 parts: ${CACHE}`);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, CACHE)).toHaveCount(2);
});

test("during the day the agenda has the line of now, and says how far off the next session is", async ({
  page,
}) => {
  await rehearse(page, EARLY);
  await star(page, "2026-04-18", CANCELLATION, PORTABLE, TALK);
  await rehearse(page, "2026-04-18T08:05:00Z", "#/agenda");
  await expect(page.locator(".now-line")).toContainText("13:35");
  await expect(row(page, TALK)).toContainText("in 40 min");
  await expect(page.getByText(/^in /)).toHaveCount(1);
});

test("when all is over the agenda says what one had, and nothing in it recedes", async ({ page }) => {
  await rehearse(page, EARLY);
  await star(page, "2026-04-17", [CACHE, 1]);
  await star(page, "2026-04-18", TALK, BOF);
  await rehearse(page, "2026-04-19T06:00:00Z", "#/agenda");
  await expect(page.getByText("You had 3 sessions on 2 days: 2 h in all.")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(3);
  await expect(page.locator('main [data-phase="past"]')).toHaveCount(0);
  await expectNothingFound(page);
});

/** Two houses, 12 minutes apart on foot. */
function twoHouses(gap: number): string {
  const utc = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const noon = Date.parse("2030-05-21T12:00:00Z");
  const event = (title: string, start: number, room: string, geo: string) => [
    "BEGIN:VEVENT",
    `UID:${title}@example.org`,
    "DTSTAMP:20300101T000000Z",
    `SUMMARY:${title}`,
    `DTSTART:${utc(noon + start * 60_000)}`,
    `DTEND:${utc(noon + (start + 30) * 60_000)}`,
    `LOCATION:${room}`,
    `GEO:${geo}`,
    "END:VEVENT",
  ];
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Trackside//Houses//EN",
    "NAME:Houses",
    "X-WR-TIMEZONE:UTC",
    ...event("Pencils", 0, "Quay House", "59.91;10.75"),
    ...event("Paper", 30 + gap, "Hill House", "59.9163;10.75"),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

for (const [gap, words] of [
  [20, "20 min to get from Quay House to Hill House, about 12 min on foot"],
  [10, "10 min to get from Quay House to Hill House: not enough, it is about 12 min on foot"],
] as const) {
  test(`between two houses, with ${gap} min, the walk is said and whether it suffices`, async ({
    page,
    server,
  }) => {
    server.feed = { mode: "bytes", body: twoHouses(gap) };
    await rehearse(page, "2030-05-20T06:00:00Z", "#/day/2030-05-21");
    for (const title of ["Pencils", "Paper"]) {
      await starOf(page, title).click();
      await expect(starOf(page, title)).toHaveAttribute("aria-pressed", "true");
    }
    await page.goto("./#/agenda");
    await expect(page.getByText(words, { exact: true })).toBeVisible();
  });
}

test("axe finds nothing on an agenda with free time, a clash and missing parts", async ({ page }) => {
  await rehearse(page, EARLY);
  await star(page, "2026-04-17", [CACHE, 1]);
  await star(page, "2026-04-18", CANCELLATION, PORTABLE, TALK, BOF, KAFKA);
  await rehearse(page, "2026-04-18T08:05:00Z", "#/agenda");
  await expect(page.getByText("These overlap")).toBeVisible();
  await expectNothingFound(page);
});
