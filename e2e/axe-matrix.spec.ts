import type { Page } from "@playwright/test";
import { findings } from "./axe";
import { expect, test } from "./fixtures";

const SESSION = `#/session/${encodeURIComponent("session/8rDkDMtMExebQQFQug9x74@hasgeek.com")}`;
const STARS = [
  "Safe by construction: embedded systems in Rust",
  "The State of Rust Hiring - Signals, Skills, and Scarcity",
];

/** Every view, by its address; a new one is one line. */
const VIEWS: Readonly<Record<string, string>> = {
  schedule: "#/day/2026-04-18",
  "the workshops' day": "#/day/2026-04-17",
  timetable: "#/timetable/2026-04-18",
  now: "#/now",
  search: "#/search?q=kafka",
  agenda: "#/agenda",
  "an agenda to take along": "#/agenda/share",
  "an agenda that comes in":
    "#/agenda/take/G0pOrm6ECS3MjSwkCG3tzMyuTK3MbKQGRgZGx5Df4b0unX5UXrj4RUtGdRpmAoiFT0dpuA6Htu0toAnAaz",
  "a friend's agenda that is not there": "#/agenda/with/nobody",
  changes: "#/changes",
  session: SESSION,
  "a session that is not there": "#/session/nowhere",
  reminders: "#/reminders",
  settings: "#/settings",
  conferences: "#/conferences",
  table: "#/table",
  about: "#/about",
  privacy: "#/privacy",
  poster: "#/poster",
};

const LOOKS = [
  { colorScheme: "light", dir: "ltr" },
  { colorScheme: "light", dir: "rtl" },
  { colorScheme: "dark", dir: "ltr" },
  { colorScheme: "dark", dir: "rtl" },
  { colorScheme: "dark", dir: "ltr", forcedColors: "active" },
] as const;

/** Past the first reading, in the middle of a day: what is over, on and to come stands side by side. */
async function openStarred(page: Page): Promise<void> {
  await page.goto("./?rehearse=2026-04-18T08:50:00Z#/day/2026-04-18");
  for (const title of STARS) {
    const star = page.getByRole("button", { name: `Star ${title}`, exact: true });
    await star.click();
    await expect(star).toHaveAttribute("aria-pressed", "true");
  }
}

// High enough that what rises from the bottom edge covers no row: half a row is a small target to axe.
test.use({ viewport: { width: 390, height: 2_600 } });

for (const [name, hash] of Object.entries(VIEWS)) {
  test(`axe finds nothing on ${name}: schemes, directions, forced colours`, async ({ page }) => {
    test.slow(); // Five looks, each at a whole page.
    await openStarred(page);
    await page.goto(`./${hash}`);
    await expect(page.getByRole("heading").first()).toBeVisible();
    for (const { dir, ...media } of LOOKS) {
      await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "none", ...media });
      await page.evaluate((direction) => {
        document.documentElement.dir = direction;
      }, dir);
      expect.soft(await findings(page), `${Object.values(media).join(", ")}, ${dir}`).toEqual([]);
    }
  });
}

test("axe does find what is wrong", async ({ page }) => {
  await openStarred(page);
  await page.evaluate(() => document.querySelector(".star")?.removeAttribute("aria-label"));
  expect((await findings(page)).join("\n")).toContain("button-name");
});
