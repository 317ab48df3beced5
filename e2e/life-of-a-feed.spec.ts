import type { Page } from "@playwright/test";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { BEGIN, STARRED, walk } from "./life-steps";
import { rehearse } from "./rehearse";
import { swReady } from "./service-worker";

const HOUR = 3_600_000;
const DAY_1 = "#/day/2026-04-17";
const DAY_2 = "#/day/2026-04-18";

const line = (page: Page) => page.getByRole("status", { name: "Changes" });
const message = (page: Page) => page.getByRole("status", { name: "Message" });
const at = (hour: number) => new Date(BEGIN + hour * HOUR).toISOString();

/** Stars what the life is about, breaks on their own pages. */
async function starAll(page: Page): Promise<void> {
  for (const { uid, title } of STARRED) {
    await page.goto(`./#/session/${encodeURIComponent(uid)}`);
    await page
      .getByRole("button", { name: `Star ${title}`, exact: true })
      .first()
      .click();
    await expect(page.getByRole("button", { name: `Star ${title}`, exact: true }).first()).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  }
}

/** Looks for changes, and waits until the look is over. */
async function look(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(message(page)).toContainText(/Nothing has changed|has been updated|The saved copy stays/);
}

/** The agenda as it is seen: title, then time, room and whether it is off. */
async function rowsOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = await page.getByRole("article").evaluateAll((articles) =>
    articles.map((article) => {
      const text = (selector: string) => article.querySelector(selector)?.textContent ?? null;
      const off = text(".cancelled");
      const words = [
        text(".gutter > time"),
        text(".room-tag span:last-child"),
        off && (off === "Cancelled" ? "(cancelled)" : "(gone)"),
      ];
      const [title] = [article.getAttribute("aria-label") ?? ""];
      return [title, words.filter((word) => word).join(" ")] as const;
    }),
  );
  expect(new Set(rows.map(([title]) => title)).size).toBe(rows.length);
  return new Map(rows);
}

/** What is told as new on the view of changes, on arriving there. */
async function toldIn(page: Page): Promise<readonly (readonly string[])[]> {
  await page.evaluate(() => {
    location.hash = "#/changes";
  });
  await expect(page.getByRole("heading", { name: "What changed", level: 1 })).toBeVisible();
  const items = page.getByRole("region", { name: "Changes since you last looked" }).getByRole("listitem");
  return items.evaluateAll((all) =>
    all.map((item) => [
      item.querySelector(".name")?.textContent ?? "",
      ...[...item.querySelectorAll(".facts > span:not(.starred)")].map((fact) => fact.textContent ?? ""),
    ]),
  );
}

function serve(server: FeedServer, step: ReturnType<typeof walk>[number]): void {
  server.portal = step.instead?.is === "portal";
  switch (step.instead?.is) {
    case "error":
      server.feed = { mode: "status", status: 500 };
      return;
    case "bytes":
      server.feed = { mode: "bytes", body: step.instead.body };
      return;
    default:
      server.feed = { mode: "bytes", body: step.feed };
  }
}

test("48 hours in the life of a feed: the agenda is right at every step, no star is lost, each change is told once", async ({
  page,
  server,
  network,
}) => {
  test.setTimeout(360_000);
  // A portal's page in place of the service worker's script, and an error in place of the feed.
  network.allow(
    /Failed to load resource: the server responded with a status of 500/,
    /unsupported MIME type/,
  );
  await page.goto("./");
  await swReady(page);
  await starAll(page);

  for (const step of walk()) {
    await test.step(`hour ${step.hour}: ${step.name}`, async () => {
      if (step.instead?.is === "down") await network.goOffline();
      else serve(server, step);
      await rehearse(page, at(step.hour), "#/agenda");
      await look(page);
      const told = step.told ?? [];
      if (told.length === 0) await expect(line(page)).toHaveText("");
      else
        await expect(line(page)).toContainText(
          told.length === 1
            ? "1 change since you last looked"
            : `${told.length} changes since you last looked`,
        );
      expect(await rowsOf(page)).toEqual(step.rows);
      // Looked at, they are told no more.
      expect([...(await toldIn(page))].sort()).toEqual(told.map((change) => [...change]).sort());
      await page.getByRole("link", { name: "Agenda" }).click();
      await expect(line(page)).toHaveText("");
      if (step.instead?.is === "down") await network.goOnline();
    });
  }
  for (const day of [DAY_1, DAY_2]) {
    await page.goto(`./${day}`);
    await expect(page.locator("article .star[aria-pressed=true]").first()).toBeVisible();
  }
});
