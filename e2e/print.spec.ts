import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const EMBEDDED = "Safe by construction: embedded systems in Rust";
const HIRING = "The State of Rust Hiring - Signals, Skills, and Scarcity";
const FRIDAY = "Rust’s type system for data engineering";

test.use({ timezoneId: "Asia/Kolkata", colorScheme: "dark" });

/** What a printer gets: the paper beside the app, which is not printed. */
const paper = (page: Page) => page.locator("body > .paper");

async function star(page: Page, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const button = page.getByRole("button", { name: `Star ${title}`, exact: true });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }
}

/** The number of a PDF's pages, as it says itself. */
const pagesOf = (pdf: Buffer): number => [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;

test("a schedule address prints all days, black on white, with a code that leads to the app", async ({
  page,
  server,
}) => {
  await page.goto("./#/day/2026-04-18");
  await star(page, EMBEDDED);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(paper(page).locator("thead")).toHaveText(["Friday 17 April", "Saturday 18 April"]);
  for (const title of [FRIDAY, EMBEDDED, HIRING, "Evening break"])
    await expect(paper(page).getByText(title, { exact: true }).first()).toBeVisible();
  await expect(paper(page).getByText("★")).toHaveCount(1);
  await expect(paper(page).getByText(server.url, { exact: true })).toBeVisible();
  await expect(paper(page).locator("svg.qr-code path")).toBeVisible();
  for (const hidden of ["navigation", "main", "button"] as const)
    await expect(page.getByRole(hidden).filter({ visible: true })).toHaveCount(0);
  const colours = await paper(page).evaluate((element) => [
    getComputedStyle(element).color,
    getComputedStyle(document.documentElement).backgroundColor,
  ]);
  expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);

  await page.emulateMedia({ media: "screen" });
  await expect(paper(page)).toHaveCount(0);
  await expect(page.getByRole("article", { name: EMBEDDED })).toBeVisible();
});

test("the browser's own print takes all days as well, on A4 and on Letter", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article", { name: EMBEDDED })).toBeVisible();
  const seen = () => page.evaluate(() => (window as unknown as { printed?: string }).printed ?? "");
  await page.evaluate(() =>
    addEventListener("afterprint", () => {
      // The app takes it away in a listener of its own, before React draws again.
      Object.assign(window, { printed: document.querySelector(".paper")?.textContent ?? "" });
    }),
  );
  // The code of what is printed comes at leisure.
  await expect
    .poll(() =>
      page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .join(" "),
      ),
    )
    .toMatch(/paper-/);
  for (const format of ["A4", "Letter"]) {
    expect(pagesOf(await page.pdf({ format })), format).toBe(2);
    expect(await seen()).toContain("Friday 17 April");
  }
  await expect(paper(page)).toHaveCount(0);
});

test("the agenda prints what is starred, with clashes and the way between rooms", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await star(page, EMBEDDED, HIRING);
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.emulateMedia({ media: "print" });
  await expect(paper(page).locator("tbody tr")).toHaveCount(2);
  await expect(paper(page).getByText(`Clashes for 35 min with ${HIRING}`)).toBeVisible();
  await expect(paper(page).getByText(FRIDAY)).toHaveCount(0);
});

test("Print waits for what is to be printed, and then opens the dialog", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      document.title = `printing ${document.querySelectorAll(".paper thead").length} days`;
      dispatchEvent(new Event("afterprint"));
    };
  });
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page).toHaveTitle("printing 2 days");
});
