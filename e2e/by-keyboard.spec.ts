import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { answerWhenAsked } from "./notification-permission";
import { rehearse } from "./rehearse";
import { EMBEDDED, HIRING } from "./reminder-steps";

/** Presses Tab (or Shift+Tab) until `target` has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error("The focus never came there.");
}

const star = (page: Page, title: string) => page.getByRole("button", { name: `Star ${title}`, exact: true });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search sessions" });

test.use({ notificationPermission: "default" });

test("by keyboard alone: search, star two that clash, choose, turn on reminders, export", async ({
  page,
}) => {
  await answerWhenAsked(page, "granted");
  await rehearse(page, "2026-04-18T03:20:00Z", "#/day/2026-04-18");
  await expect(page.getByRole("article").first()).toBeVisible();

  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("embeded");
  await expect(page.getByRole("article").first()).toHaveAccessibleName(EMBEDDED.title);
  await tabTo(page, star(page, EMBEDDED.title));
  await page.keyboard.press("Space");
  await expect(star(page, EMBEDDED.title)).toHaveAttribute("aria-pressed", "true");

  await tabTo(page, search(page), "Shift+Tab");
  await page.keyboard.press("Escape");
  await page.keyboard.type("hiring");
  await expect(page.getByRole("article").first()).toHaveAccessibleName(HIRING.title);
  await tabTo(page, star(page, HIRING.title));
  await page.keyboard.press("Enter");
  await expect(star(page, HIRING.title)).toHaveAttribute("aria-pressed", "true");

  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { level: 1, name: "Agenda" })).toBeFocused();
  await expect(page.getByRole("article", { name: EMBEDDED.title })).toContainText(
    `Clashes for 35 min with ${HIRING.title}`,
  );
  await tabTo(page, page.getByRole("button", { name: `Keep ${HIRING.title}` }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toHaveCount(1);
  // What was pressed has gone with its row: the way back is next.
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();

  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { level: 1, name: "Reminders on this device" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Turn on reminders" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Turn on reminders" })).toHaveCount(0);

  await page.keyboard.press("a");
  const add = page.getByRole("button", { name: "Add to my calendar" });
  await tabTo(page, add);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const file = await readFile(await download.path(), "utf8");
  expect(file).toContain(HIRING.uid);
  expect(file).not.toContain(EMBEDDED.uid);
});

test("as a screen reader has it: names, roles and what is spoken", async ({ page }) => {
  await rehearse(page, "2026-04-18T03:20:00Z", "#/search?q=embeded");
  await expect(page.getByRole("status", { name: "Search results" })).toContainText(/\d+ of 27 sessions/);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - search:
      - searchbox "Search sessions": embeded
      - button "Clear search"
      - status "Search results": /\\d+ of 27 sessions/
    - list:
      - listitem:
        - article /^Safe by construction/:
          - heading /^Safe by construction/:
            - link /^Safe by construction/
          - button /^Star Safe by construction/
  `);
  for (const { title } of [EMBEDDED, HIRING]) {
    await page.goto(`./#/search?q=${encodeURIComponent(title)}`);
    await star(page, title).click();
    await expect(star(page, title)).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText("Added to your agenda")).toHaveRole("status");
  }
  await page.goto("./#/agenda");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - heading "Agenda" [level=1]
    - region "Saturday 18 April":
      - heading "Saturday 18 April" [level=2]
      - list:
        - listitem:
          - article /^Safe by construction/:
            - heading /^Safe by construction/ [level=3]
            - button /^Keep Safe by construction/
            - button /^Star Safe by construction/ [pressed]
          - article /^The State of Rust Hiring/:
            - button /^Keep The State/
            - button /^Star The State/ [pressed]
  `);
  await page.getByRole("button", { name: `Keep ${HIRING.title}` }).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText(HIRING.title);
  await expect(page.getByRole("status", { name: "Message" }).getByRole("button")).toHaveAccessibleName(
    "Undo",
  );
});
