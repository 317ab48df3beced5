import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { feedOf } from "./feed-of";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";
import { swReady } from "./service-worker";

const EMBEDDED = "Safe by construction: embedded systems in Rust";
const KAFKA = "Beyond Kafka performance: streaming with Apache Iggy in Rust";
const KEYNOTE = /^Rust is poised to grow rapidly/;
const HIRING = "The State of Rust Hiring - Signals, Skills, and Scarcity";

const box = (page: Page) => page.getByRole("searchbox", { name: "Search sessions" });
const rows = (page: Page) => page.getByRole("article");
const said = (page: Page) => page.getByRole("status", { name: "Search results" });
const marks = (page: Page) => rows(page).first().locator("mark");

/** Opens the search on a schedule that the server has instead of the conference's own. */
async function openOn(page: Page, server: FeedServer, ics: string): Promise<void> {
  server.feed = { mode: "bytes", body: ics };
  await page.goto("./#/search");
  await expect(rows(page).first()).toHaveAccessibleName(/^Made up/);
}

for (const [words, first, mark] of [
  ["embeded", EMBEDDED, "embedded"],
  ["kafka", KAFKA, "Kafka"],
  ["niko", KEYNOTE, "Niko"],
  ["bof", HIRING, null],
  ["e6", "Rust’s type system for data engineering", "e6data"],
] as const) {
  test(`${words} finds what a person would expect, first`, async ({ page }) => {
    await page.goto("./#/search");
    await box(page).pressSequentially(words);
    await expect(rows(page).first()).toHaveAccessibleName(first);
    if (mark) await expect(marks(page).first()).toHaveText(mark);
    await expect(said(page)).toHaveText(/^\d+ of 27 sessions$/);
  });
}

test("words of scripts without case or spaces are found within longer texts, first", async ({
  page,
  server,
}) => {
  await openOn(
    page,
    server,
    feedOf([
      { title: "Made up evening", description: "यहाँ कविताएँ पढ़ी जाएँगी" },
      { title: "Made up night", description: "我们会谈到数据库和茶" },
      { title: "कविता की शाम" },
      { title: "分布式数据库的未来" },
    ]),
  );
  await box(page).fill("कविता");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toHaveAccessibleName("कविता की शाम");
  await box(page).fill("数据库");
  await expect(rows(page).first()).toHaveAccessibleName("分布式数据库的未来");
  await expect(marks(page)).toHaveText("数据库");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).last().locator("mark")).toHaveText("数据库");
});

test("by keyboard: type, go to the first, open it, come back, clear", async ({ page }) => {
  await page.goto("./#/agenda");
  await page.goto("./#/search");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("kafka");
  await expect(rows(page).first()).toHaveAccessibleName(KAFKA);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: KAFKA })).toBeFocused();
  expect(page.url()).toMatch(/#\/search\?q=kafka$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: KAFKA })).toBeFocused();

  await page.goBack();
  await expect(box(page)).toHaveValue("kafka");
  await expect(rows(page).first()).toHaveAccessibleName(KAFKA);
  // Opened with words, it leaves the keyboard of a phone where it is.
  await expect(page.getByRole("heading", { level: 1, name: "Search" })).toBeFocused();
  await box(page).focus();
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveValue("");
  await expect(box(page)).toBeFocused();
  await expect(rows(page)).toHaveCount(27);
  expect(page.url()).toMatch(/#\/search$/);
  // Letter by letter was one step.
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Agenda" })).toBeVisible();
  await expect(page).toHaveTitle(/^Agenda/);
});

test("filters are counted, kept in the address and cleared with one press", async ({ page }) => {
  await rehearse(page, "2026-04-18T09:00:00Z", "#/search?q=rust");
  await expect(said(page)).toHaveText("17 of 27 sessions");
  await page.getByRole("button", { name: `Star ${HIRING}` }).click();
  const kind = page.getByRole("combobox", { name: "Kind" });
  await expect(kind.getByRole("option", { name: "BoF (2)" })).toBeAttached();
  await kind.selectOption("bof");
  await expect(rows(page)).toHaveCount(2);
  await expect(said(page)).toHaveText("2 of 27 sessions");
  await page.getByRole("checkbox", { name: "Starred (1)" }).check();
  await expect(rows(page)).toHaveCount(1);
  expect(page.url()).toMatch(/#\/search\?q=rust&kind=bof&starred=1$/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(kind).toHaveValue("bof");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(said(page)).toHaveText("17 of 27 sessions");
  await expect(box(page)).toHaveValue("rust");
  expect(page.url()).toMatch(/#\/search\?q=rust$/);
  await expect(page.getByRole("button", { name: "Clear filters" })).toHaveCount(0);

  await box(page).fill("");
  await page.getByRole("checkbox", { name: /^Not over yet/ }).check();
  await expect(rows(page).filter({ has: page.getByText("Now ·") })).toHaveCount(2);
  await expect(page.locator("article[data-phase=past]")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Category" }).selectOption({ label: "30 min talk (3)" });
  await expect(rows(page)).toHaveCount(3);
});

test("on a phone the filters open in place, and what stands in an address that nobody knows is passed over", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./#/search?day=2026-04-17&room=Nowhere&kind=party&x=%E0%A4");
  await expect(rows(page)).toHaveCount(9);
  const day = page.getByRole("combobox", { name: "Day" });
  await expect(day).toBeHidden();
  const button = page.getByRole("button", { name: "Filters (1)" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  await expect(day).toHaveValue("2026-04-17");
  const small = await page
    .locator(".search-page :is(button, select, input[type=search], .tick)")
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44),
    );
  expect(small).toEqual([]);
});

test("where nothing matches, it says so and shows the ways out", async ({ page }) => {
  await page.goto("./#/search?q=xylophone");
  await expect(page.getByText("Nothing in this schedule matches “xylophone”.")).toBeVisible();
  await expect(said(page)).toHaveText("0 of 27 sessions");
  await page.getByRole("button", { name: "Clear the words" }).click();
  await expect(rows(page)).toHaveCount(27);
  await page.goto("./#/search?q=kafka&kind=bof");
  await expect(page.getByText("The filters leave nothing of what matches “kafka”.")).toBeVisible();
  await page.getByRole("button", { name: "Search without the filters" }).click();
  await expect(rows(page).first()).toHaveAccessibleName(KAFKA);
});

test("a thousand sessions: the first ones, and more when asked, the focus with them", async ({
  page,
  server,
}) => {
  const many = Array.from({ length: 1_000 }, (_, index) => ({
    title: `Made up ${index}`,
    description: index === 777 ? "about needles" : "about hay",
    location: `Hall ${index % 40}`,
  }));
  await openOn(page, server, feedOf(many));
  await expect(rows(page)).toHaveCount(60);
  await page.getByRole("button", { name: "Show 60 more" }).press("Enter");
  await expect(rows(page)).toHaveCount(120);
  await expect(rows(page).nth(60).getByRole("link")).toBeFocused();
  await box(page).fill("needle");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toHaveAccessibleName("Made up 777");
});

test("works with the network gone from the first visit on", async ({ page, network }) => {
  await page.goto("./");
  await swReady(page);
  await network.goOffline();
  await page.goto("about:blank");
  await page.goto("./#/search?q=embeded");
  await expect(rows(page).first()).toHaveAccessibleName(EMBEDDED);
  await expect(marks(page)).toHaveText("embedded");
});

test("axe finds nothing on found sessions", async ({ page }) => {
  await page.goto("./#/search?q=rust&kind=talk");
  await expect(marks(page).first()).toBeVisible();
  await expectNothingFound(page);
});

test("axe finds nothing on sessions by day, under open filters", async ({ page }) => {
  await page.goto("./#/search?day=2026-04-18");
  await expect(rows(page)).toHaveCount(18);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Filters (1)" }).click();
  await expectNothingFound(page);
});

test("axe finds nothing where nothing is found", async ({ page }) => {
  await page.goto("./#/search?q=xylophone");
  await expect(page.getByText("Nothing in this schedule")).toBeVisible();
  await expectNothingFound(page);
});
