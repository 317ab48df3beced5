import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { linesOf, removeSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { noteOf, openNote, sessionHash } from "./note-steps";
import { rehearse } from "./rehearse";
import { DAY, EMBEDDED, FEED, HIRING, MORNING_BREAK, star, TYPES } from "./reminder-steps";

const EARLY = "2026-04-16T06:00:00Z";
const AFTER = "2026-04-19T06:00:00Z";

const row = (page: Page, { title }: { readonly title: string }) =>
  page.getByRole("article", { name: title, exact: true });
const paper = (page: Page) => page.locator("body > .paper");
const mark = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const rating = (page: Page, value: number) => page.getByRole("radio", { name: String(value), exact: true });

/** Writes a session's note and waits until it is kept. */
async function write(page: Page, id: string, text: string): Promise<void> {
  const note = await openNote(page, id);
  await note.fill(text);
  await expect(page.getByText("Saved on this device")).toBeVisible();
}

test("once a session has begun it can be marked and rated, by keys too, and all of it taken back", async ({
  page,
}) => {
  await rehearse(page, "2026-04-18T08:44:30Z", sessionHash(EMBEDDED.uid));
  await expect(noteOf(page)).toBeVisible();
  await expect(mark(page, "Seen")).toHaveCount(0);
  await rehearse(page, "2026-04-18T08:45:30Z", sessionHash(EMBEDDED.uid));
  await expect(mark(page, "Seen")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("group", { name: "Your rating" }).getByRole("radio")).toHaveCount(5);
  await rating(page, 3).check();
  await expect(mark(page, "Seen")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("ArrowRight");
  await expect(rating(page, 4)).toBeChecked();
  await page.reload();
  await expect(rating(page, 4)).toBeChecked();
  await mark(page, "Clear rating").click();
  await expect(rating(page, 4)).not.toBeChecked();
  await expect(rating(page, 4)).toBeFocused();
  await expect(mark(page, "Seen")).toHaveAttribute("aria-pressed", "true");
  await rating(page, 5).check();
  await mark(page, "Skipped").click();
  await expect(mark(page, "Skipped")).toHaveAttribute("aria-pressed", "true");
  await expect(mark(page, "Seen")).toHaveAttribute("aria-pressed", "false");
  for (const value of [1, 2, 3, 4, 5]) await expect(rating(page, value)).not.toBeChecked();
  await mark(page, "Skipped").click();
  await expect(mark(page, "Skipped")).toHaveAttribute("aria-pressed", "false");
  await page.reload();
  await expect(mark(page, "Skipped")).toHaveAttribute("aria-pressed", "false");
  // A break has a note, and nothing to be marked.
  await openNote(page, MORNING_BREAK.uid);
  await rehearse(page, AFTER, sessionHash(MORNING_BREAK.uid));
  await expect(noteOf(page)).toBeVisible();
  await expect(mark(page, "Seen")).toHaveCount(0);
});

test("the agenda has mark and note beneath the rows, and what is not starred behind them", async ({
  page,
}) => {
  await rehearse(page, EARLY, DAY);
  await star(page, EMBEDDED);
  await write(page, EMBEDDED.uid, "\n  Ask about lifetimes\nand more");
  await rehearse(page, AFTER, sessionHash(EMBEDDED.uid));
  await rating(page, 4).check();
  await page.goto(`./${sessionHash(HIRING.uid)}`);
  await mark(page, "Skipped").click();
  await expect(mark(page, "Skipped")).toHaveAttribute("aria-pressed", "true");
  await page.goto("./#/agenda");
  await expect(row(page, EMBEDDED)).toContainText("Seen · 4 of 5");
  await expect(row(page, EMBEDDED)).toContainText("Ask about lifetimes");
  await expect(row(page, EMBEDDED)).not.toContainText("and more");
  const others = page.getByRole("region", { name: "Not starred, with your note or mark" });
  await expect(others.getByRole("article")).toHaveCount(1);
  await expect(others).toContainText(HIRING.title);
  await expect(others).toContainText("Skipped");
  await expectNothingFound(page);
});

test("a session with a note that goes from the schedule stays: its page, its note, in the agenda and the search", async ({
  page,
  server,
  network,
}) => {
  await rehearse(page, AFTER, DAY);
  await write(page, TYPES.uid, "A zeppelin of an idea");
  server.feed = { mode: "bytes", body: removeSession(FEED, TYPES.uid) };
  await page.goto(`./${DAY}`);
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(row(page, TYPES)).toHaveCount(0);
  await network.goOffline();
  await page.goto("./#/agenda");
  await expect(row(page, TYPES)).toContainText("No longer in the schedule");
  await expect(row(page, TYPES)).toContainText("A zeppelin of an idea");
  await page.goto("./#/search?q=zeppelins");
  await expect(row(page, TYPES)).toContainText("Your note: A zeppelin of an idea");
  await row(page, TYPES).getByRole("link").click();
  await expect(noteOf(page)).toHaveValue("A zeppelin of an idea");
  await noteOf(page).fill("");
  await page.goto("./#/agenda");
  await expect(row(page, TYPES)).toHaveCount(0);
});

test("the search finds words of notes, says so, and hears of notes that are typed in another tab", async ({
  page,
  context,
}) => {
  await write(page, EMBEDDED.uid, "The zeppelin slide, **with** memory maps");
  await page.goto("./#/search?q=zeppelin");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(row(page, EMBEDDED)).toContainText("Your note: The zeppelin slide");
  await expect(row(page, EMBEDDED).locator("mark")).toHaveText(["zeppelin"]);
  await expectNothingFound(page);
  const other = await context.newPage();
  const note = await openNote(other, HIRING.uid);
  await note.fill("No zeppelins here");
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(row(page, HIRING)).toContainText("Your note: No zeppelins here");
  await note.fill("");
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("the agenda is handed over as Markdown: shared where the device shares files, saved elsewhere", async ({
  page,
}) => {
  await rehearse(page, EARLY, DAY);
  await star(page, EMBEDDED);
  await write(page, EMBEDDED.uid, "# Mine\n\n- one");
  await write(page, MORNING_BREAK.uid, "tea");
  await page.goto("./#/agenda");
  const button = page.getByRole("button", { name: "Agenda as Markdown" });
  const url = linesOf(FEED, EMBEDDED.uid)
    .find((line) => line.startsWith("URL"))
    ?.replace(/^[^:]*:/, "");
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(file.suggestedFilename()).toBe("rust-india-conference-2026-agenda.md");
  expect(await readFile(await file.path(), "utf8")).toBe(
    `# Rust India Conference 2026 agenda

Kolkata time (GMT+5:30)

## Saturday 18 April

### 11:30–12:00 Morning break

> tea

### 14:15–14:50 ★ ${EMBEDDED.title}

Audi 1 · <${url}>

> # Mine
>
> - one
`,
  );
  await expect(page.getByRole("status", { name: "Message" })).toContainText("-agenda.md.");
  await page.evaluate(() => {
    navigator.canShare = () => true;
    navigator.share = async ({ files = [] } = {}) => {
      document.title = `${files[0]?.name} ${(await files[0]?.text())?.slice(0, 6)}`;
    };
  });
  await button.click();
  await expect(page).toHaveTitle("rust-india-conference-2026-agenda.md # Rust");
});

test("the printed agenda has marks and notes beneath the sessions, and starred ones that are gone", async ({
  page,
  server,
}) => {
  await rehearse(page, AFTER, DAY);
  await star(page, EMBEDDED);
  await star(page, TYPES);
  await write(page, EMBEDDED.uid, "Ask about lifetimes\n  and more");
  await rating(page, 4).check();
  await write(page, MORNING_BREAK.uid, "tea");
  server.feed = { mode: "bytes", body: removeSession(FEED, TYPES.uid) };
  await page.goto("./#/agenda");
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(row(page, TYPES)).toContainText("No longer in the schedule");
  await page.emulateMedia({ media: "print" });
  const printed = (title: string) => paper(page).locator("tbody tr").filter({ hasText: title });
  await expect(paper(page).locator("tbody tr")).toHaveCount(3);
  await expect(printed(EMBEDDED.title)).toContainText("Seen · 4 of 5");
  await expect(printed(EMBEDDED.title).locator(".paper-words")).toHaveText("Ask about lifetimes and more");
  await expect(printed(TYPES.title)).toContainText("No longer in the schedule");
  await expect(printed("Morning break")).toContainText("tea");
  await expect(printed("Morning break")).not.toContainText("★");
  for (const hidden of ["navigation", "main", "button"] as const)
    await expect(page.getByRole(hidden).filter({ visible: true })).toHaveCount(0);
});
