import { expect, test } from "./fixtures";

const TALK = "Safe by construction: embedded systems in Rust";
const BOF = "The State of Rust Hiring - Signals, Skills, and Scarcity";
const star = (title: string) => ({ name: `Star ${title}`, exact: true });

test("a star in one tab shows in the other at once, and in the agenda", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto("./#/day/2026-04-18");
  await two.goto("./#/day/2026-04-18");
  await expect(two.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "false");
  await one.getByRole("button", star(TALK)).click();
  await expect(one.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "true");
  await expect(two.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "true");
  await two.getByRole("link", { name: "Agenda" }).click();
  await expect(two.getByRole("article", { name: TALK })).toBeVisible();
  await one.getByRole("button", star(TALK)).click();
  await expect(two.getByRole("article")).toHaveCount(0);
  await expect(two.getByText(/^Nothing starred/)).toBeVisible();
});

test("the agenda names clashes with their minutes, and changes of room", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  for (const title of [TALK, BOF, "Beyond Kafka performance: streaming with Apache Iggy in Rust"]) {
    await page.getByRole("button", star(title)).click();
  }
  await page.goto("./#/agenda");
  await expect(page.getByRole("heading", { name: "Saturday 18 April" })).toBeVisible();
  await expect(page.getByRole("article", { name: TALK })).toContainText(`Clashes for 35 min with ${BOF}`);
  await expect(page.getByRole("article", { name: BOF })).toContainText(`Clashes for 35 min with ${TALK}`);
  await expect(page.getByText(/10 min to change rooms: Dining room .* → Audi 1/)).toBeVisible();
});

test("a star that was taken away can be had back, as it was", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("button", star(TALK)).click();
  await page.goto("./#/agenda");
  await page.getByRole("button", star(TALK)).click();
  await expect(page.getByRole("article")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("article", { name: TALK })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("article", { name: TALK })).toBeVisible();
});

test("a break has its star on its own page, not in lists", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  const lunch = page.getByRole("article", { name: "Lunch", exact: true });
  await expect(lunch.getByRole("button")).toHaveCount(0);
  await lunch.getByRole("link", { name: "Lunch" }).click();
  await page.getByRole("button", star("Lunch")).click();
  await page.goto("./#/agenda");
  await expect(lunch).toBeVisible();
  await expect(lunch.getByRole("button")).toHaveCount(0);
});

test("every session but a break has its star in the list", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article")).toHaveCount(18);
  await expect(page.getByRole("button", { name: /^Star / })).toHaveCount(14);
});

test("the first star asks the browser to keep what is stored, and waits for no answer", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.persist = () => {
      document.documentElement.dataset.asked = String(
        Number(document.documentElement.dataset.asked ?? 0) + 1,
      );
      return new Promise(() => undefined);
    };
  });
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article")).toHaveCount(18);
  expect(await page.evaluate(() => document.documentElement.dataset.asked)).toBeUndefined();
  await page.getByRole("button", star(TALK)).click();
  await expect(page.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", star(BOF)).click();
  await expect(page.getByRole("button", star(BOF))).toHaveAttribute("aria-pressed", "true");
  expect(await page.evaluate(() => document.documentElement.dataset.asked)).toBe("1");
});

test("a star is shown as it is pressed, and outlives that the page is left before it is stored", async ({
  page,
}) => {
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article")).toHaveCount(18);
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    // What is written to the stars never gets there, and nothing tells of it.
    IDBObjectStore.prototype.add = function (...row) {
      return this.name === "stars" ? ({} as IDBRequest<IDBValidKey>) : add.apply(this, row);
    };
  });
  await page.getByRole("button", star(TALK)).click();
  await expect(page.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByRole("article", { name: TALK })).toBeVisible();
  // It is stored by now: nothing is left to be said again.
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("pressed"))))
    .toEqual([]);
  await page.getByRole("button", star(TALK)).click();
  await expect(page.getByRole("article")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^Nothing starred/)).toBeVisible();
});

test("a star that the store does not take is gone again, and that is said", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article")).toHaveCount(18);
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
  });
  await page.getByRole("button", star(TALK)).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText("The star could not be kept");
  await expect(page.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "false");
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(18);
  await expect(page.getByRole("button", star(TALK))).toHaveAttribute("aria-pressed", "false");
});
