import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { buildSite, removeSites } from "./build-site";
import { crowdedFeed } from "./crowded-feed";
import { expect, test } from "./fixtures";
import { type Shown, VIEWS } from "./shot-views";

// Not a test: `npm run screenshots` makes pictures of every view to be looked at, and from a few of them
// those of manifest and README.

const FOLDER = "test-results/screenshots";
const PUBLIC = "public/screenshots";

/** Which picture of the conference's own feed becomes which of manifest and README. */
const PICTURES: Readonly<Record<string, string>> = {
  "schedule-390-light": "phone",
  "agenda-390-light": "agenda",
  "schedule-1280-dark": "desktop",
};

const SIZES = [
  { width: 360, height: 740 },
  // A manifest's picture is that of a phone, at a phone's fineness.
  { width: 390, height: 844, deviceScaleFactor: 3 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const FEEDS: Readonly<Record<string, Shown>> = {
  real: {
    timeZone: "Asia/Kolkata",
    day: "2026-04-18",
    live: "2026-04-18T09:02:00Z",
    before: "2026-04-18T03:20:00Z",
    session: "session/8rDkDMtMExebQQFQug9x74@hasgeek.com",
    query: "embeded",
    stars: [
      "Building cancellation-safe async systems with Rust",
      "Safe by construction: embedded systems in Rust",
      "The State of Rust Hiring - Signals, Skills, and Scarcity",
      "Beyond Kafka performance: streaming with Apache Iggy in Rust",
    ],
  },
  crowded: {
    timeZone: "Europe/Berlin",
    day: "2026-09-11",
    live: "2026-09-11T08:32:00Z",
    before: "2026-09-11T05:20:00Z",
    session: "crowd-40@trackside.test",
    query: "时刻表",
    stars: [
      "A railway in four afternoons",
      "Left half of the hall",
      "Right half of the hall",
      "Ten minutes on points",
      "The night train leaves",
    ],
  },
};

let crowdedSite = "";

test.beforeAll(async () => {
  mkdirSync(PUBLIC, { recursive: true });
  crowdedSite = await buildSite({ feed: crowdedFeed() });
});
test.afterAll(() => removeSites([crowdedSite]));

async function star(page: Page, { day, stars }: Shown): Promise<void> {
  await page.goto(`./#/day/${day}`);
  for (const title of stars) {
    const button = page.getByRole("button", { name: `Star ${title}`, exact: true }).first();
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }
}

async function picture(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // The rehearsal that makes it today is a matter of the picture, not of what is shown in it.
  await page.evaluate(() => document.querySelector(".rehearsal")?.remove());
  await page.mouse.move(0, 0);
  await page.screenshot({ path, animations: "disabled" });
}

for (const [feed, shown] of Object.entries(FEEDS)) {
  for (const { width, height, deviceScaleFactor = 1 } of SIZES) {
    test.describe(`${feed} at ${width} px`, () => {
      test.use({ viewport: { width, height }, deviceScaleFactor, timezoneId: shown.timeZone });

      test("every view", async ({ page, server }) => {
        test.setTimeout(400_000);
        if (feed === "crowded") server.root = crowdedSite;
        let isStarred = false;
        for (const view of VIEWS) {
          if (view.starred && !isStarred) {
            await star(page, shown);
            isStarred = true;
          }
          await page.goto("about:blank");
          await page.goto(
            `./?rehearse=${view.at ? encodeURIComponent(shown[view.at]) : "off"}${view.hash(shown)}`,
          );
          // A thousand sessions are read on the first visit.
          await expect(page.getByRole("heading").first()).toBeVisible({ timeout: 60_000 });
          const list = page.getByRole("button", { name: "List", exact: true });
          const listed = view.asList && (await list.isVisible());
          if (listed) await list.click();
          for (const scheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme: scheme });
            const name = `${view.name}-${width}-${scheme}`;
            const path = `${FOLDER}/${feed}/${name}.png`;
            await picture(page, path);
            const known = feed === "real" && PICTURES[name];
            if (!known) continue;
            copyFileSync(path, `${PUBLIC}/${known}.png`);
            const shown = await page.locator(".masthead .name").textContent();
            writeFileSync(`${PUBLIC}/conference.txt`, `${shown}\n`);
          }
          if (listed) await page.getByRole("button", { name: "Timetable", exact: true }).click();
        }
      });
    });
  }
}
