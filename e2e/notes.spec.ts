import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { expect, test } from "./fixtures";
import { holdNotes } from "./hold-notes";
import { noteOf, openBeside, openNote, sessionHash, storedNotes, typeUntilKilled } from "./note-steps";
import { rehearse } from "./rehearse";
import { EMBEDDED, FEED, HIRING, MORNING_BREAK } from "./reminder-steps";
import { swReady } from "./service-worker";

/** The sessions of the conference, by id. */
const IDS = [...FEED.matchAll(/^UID:(\S+)/gm)].map(([, uid = ""]) => uid);

const RUNS = 100;
const AT_ONCE = 5;

test("Notes typed while the page is killed at a random moment: at most the last second is lost, 100 times of 100", async ({
  context,
  network,
}) => {
  test.setTimeout(400_000);
  network.allow(/net::ERR_FAILED/); // What a page was fetching as it was killed.
  const beside = await openBeside(context);
  const lost = { reopened: [] as number[], stored: [] as number[] };
  const begin = async (id: string) => {
    const tab = await context.newPage();
    const note = await openNote(tab, id);
    return { tab, note };
  };
  await Promise.all(
    IDS.slice(0, AT_ONCE).map(async (id) => {
      let { tab, note } = await begin(id);
      let before = "";
      for (let run = 0; run < RUNS / AT_ONCE; run += 1) {
        await note.focus();
        await tab.keyboard.press("Control+End");
        const { typed, killedAt } = await typeUntilKilled(tab, 200 + Math.random() * 1200);
        const start = before;
        const text = start + typed.map(({ letter }) => letter).join("");
        const lostOf = (found: string) => {
          // The last letter may have got there before the page could say that it had it.
          expect(found.startsWith(text) || text.startsWith(found), `${found} | ${text}`).toBe(true);
          const first = typed[found.length - start.length];
          return first ? Math.max(0, killedAt - first.at) : 0;
        };
        lost.stored.push(lostOf((await storedNotes(beside))[id] ?? ""));
        const again = await begin(id);
        // What waits beside the store is shown first; the store may have had a letter more as the page was killed.
        await expect
          .poll(async () => (await storedNotes(beside))[id] === (await again.note.inputValue()))
          .toBe(true);
        before = await again.note.inputValue();
        lost.reopened.push(lostOf(before));
        ({ tab, note } = again);
      }
    }),
  );
  for (const [where, times] of Object.entries(lost)) {
    times.sort((a, b) => a - b);
    const [half, worst] = [times[times.length / 2], times.at(-1)];
    const description = `${where}: half of ${times.length} lost ${half} ms or less, the worst ${worst} ms`;
    test.info().annotations.push({ type: "lost", description });
  }
  expect(lost.reopened).toHaveLength(RUNS);
  expect(lost.reopened.filter((milliseconds) => milliseconds > 1000)).toEqual([]);
});

const ID = EMBEDDED.uid;
const KEPT = "Saved on this device";
const stored = async (page: Page, id = ID) => (await storedNotes(page))[id];

test("a note is saved as it is typed, is there after a reload and without a network, and goes when it is emptied", async ({
  page,
  network,
}) => {
  const note = await openNote(page, ID);
  await expect(page.getByText(KEPT)).toHaveCount(0);
  await swReady(page);
  await network.goOffline();
  const text = '  First line\n\n- <b>second</b> "é" \u{1F980} ';
  await note.fill(text);
  await expect(page.getByText(KEPT)).toBeVisible();
  await expect.poll(() => stored(page)).toBe(text);
  await page.reload();
  await expect(note).toHaveValue(text);
  await expect(page.getByText(KEPT)).toBeVisible();
  await openNote(page, MORNING_BREAK.uid);
  await expect(noteOf(page)).toHaveValue("");
  await noteOf(page).fill("tea");
  await openNote(page, ID);
  await expect(note).toHaveValue(text);
  await note.fill("");
  await expect.poll(() => storedNotes(page)).toEqual({ [MORNING_BREAK.uid]: "tea" });
  await expect(page.getByText(KEPT)).toHaveCount(0);
});

test("who types and leaves at once loses nothing: by a link, by loading again, by closing the tab", async ({
  page,
  context,
}) => {
  const note = await openNote(page, ID);
  await note.focus();
  await page.keyboard.insertText("one");
  await page.evaluate((hash) => location.assign(hash), sessionHash(HIRING.uid));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(HIRING.title);
  await expect.poll(() => stored(page)).toBe("one");
  await openNote(page, ID);
  await note.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" two");
  await page.reload();
  await expect(note).toHaveValue("one two");
  const beside = await openBeside(context);
  await note.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" three");
  await page.close();
  await beside.goto("./#/agenda");
  await expect(beside.getByText("one two three")).toBeVisible();
  await expect.poll(() => stored(beside)).toBe("one two three");
});

test("while the store is busy with something else the letters are kept beside it, and get there", async ({
  page,
  context,
}) => {
  const note = await openNote(page, ID);
  const beside = await openBeside(context);
  const { letGo } = await holdNotes(beside);
  await note.fill("written meanwhile");
  await page.waitForTimeout(600);
  await page.close();
  await letGo();
  expect(await stored(beside)).toBeUndefined();
  const again = await openNote(await context.newPage(), ID);
  await expect(again).toHaveValue("written meanwhile");
  await expect.poll(() => stored(beside)).toBe("written meanwhile");
});

test("two tabs: what one writes shows up in the other, and of what both write at once nothing is lost", async ({
  page,
  context,
}) => {
  const one = await openNote(page, ID);
  const other = await context.newPage();
  const two = await openNote(other, ID);
  await one.fill("from one");
  await expect(two).toHaveValue("from one");
  const beside = await openBeside(context);
  const { letGo } = await holdNotes(beside);
  await one.fill("from one, and on");
  await two.fill("from one, and two");
  await page.waitForTimeout(600);
  await expect(one).toHaveValue("from one, and on");
  await letGo();
  const texts = ["from one, and on", "from one, and two"];
  const both = [texts.join("\n\n"), texts.toReversed().join("\n\n")];
  await expect.poll(async () => both.includes((await stored(beside)) ?? "")).toBe(true);
  // Whoever came second still writes, and is not disturbed; both see all of it in the end.
  await one.blur();
  await two.blur();
  for (const note of [one, two])
    await expect.poll(async () => both.includes(await note.inputValue())).toBe(true);
  expect(await one.inputValue()).toBe(await two.inputValue());
});

test("where the store refuses, that is said, the text stays, also over a look elsewhere, and gets there later", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === "notes" && !("forgiving" in window))
        throw new DOMException("The disk is full.", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  const note = await openNote(page, ID);
  await note.fill("not to be lost");
  const sentence = page.getByText("This note could not be kept: this browser’s storage did not take it.");
  await expect(sentence).toBeVisible();
  await expect(note).toHaveValue("not to be lost");
  await page.getByRole("link", { name: "Agenda" }).click();
  await page.goBack();
  await expect(note).toHaveValue("not to be lost");
  await page.reload();
  await expect(note).toHaveValue("not to be lost");
  await expect(sentence).toBeVisible();
  expect(await stored(page)).toBeUndefined();
  await page.evaluate(() => Object.assign(window, { forgiving: true }));
  await expect(page.getByText(KEPT)).toBeVisible();
  expect(await stored(page)).toBe("not to be lost");
});

test("a note has an end, and says so before", async ({ page }) => {
  const note = await openNote(page, ID);
  await note.fill("x".repeat(19_800));
  await expect(page.getByText(`${KEPT} · 200 characters left`)).toBeVisible();
  await note.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("y".repeat(300));
  await expect(page.getByText("This note is full: it holds 20,000 characters.")).toBeVisible();
  await expect(note).toHaveValue(`${"x".repeat(19_800)}${"y".repeat(200)}`);
  await expect.poll(async () => (await stored(page))?.length).toBe(20_000);
});

test("the field grows with its text, stands below the description beforehand and above it from the start on", async ({
  page,
}) => {
  const top = async (name: string) => (await page.getByText(name).first().boundingBox())?.y ?? 0;
  await rehearse(page, "2026-04-18T08:44:30Z", sessionHash(ID));
  await expect(noteOf(page)).toBeVisible();
  expect(await top("Your note")).toBeGreaterThan(await top("disaggregated topology"));
  await rehearse(page, "2026-04-18T08:45:00Z", sessionHash(ID));
  await expect(noteOf(page)).toBeVisible();
  expect(await top("Your note")).toBeLessThan(await top("disaggregated topology"));
  const height = async () => (await noteOf(page).boundingBox())?.height ?? 0;
  const one = await height();
  await noteOf(page).fill("a\nb\nc\nd");
  expect(await height()).toBeGreaterThan(one * 2);
  expect(await noteOf(page).evaluate((box) => box.scrollHeight <= box.clientHeight)).toBe(true);
});

test("axe finds nothing on a session with a note and a mark", async ({ page }) => {
  await rehearse(page, "2026-04-18T09:02:00Z", sessionHash(ID));
  await noteOf(page).fill("Ask about lifetimes");
  await page.getByRole("radio", { name: "4" }).check();
  await expect(page.getByText(KEPT)).toBeVisible();
  await expectNothingFound(page);
});

test.describe("on a device in Urdu", () => {
  test.use({ locale: "ur-IN" });

  test("a note runs as its words do, nothing sticks out, and axe finds nothing", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`./?rehearse=2026-04-18T09:02:00Z${sessionHash(ID)}`);
    const note = page.getByRole("textbox", { name: "آپ کا نوٹ" });
    await note.fill("Ask about lifetimes");
    const direction = () => note.evaluate((box) => getComputedStyle(box).direction);
    expect(await direction()).toBe("ltr");
    await note.fill("سوال پوچھنا ہے");
    expect(await direction()).toBe("rtl");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    // What is scrolled lies beneath the bar, and is a small target then.
    await expectNothingFound(page, () => page.evaluate(() => scrollTo(0, 0)));
  });
});
