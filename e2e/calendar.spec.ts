import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect, test } from "./fixtures";

const RUST_TYPES = "Rust’s type system for data engineering";
const EMBEDDED = "Safe by construction: embedded systems in Rust";
const HIRING = "The State of Rust Hiring - Signals, Skills, and Scarcity";
const REMARKS = "Concluding remarks; feedback";

/** What a calendar makes of one session. */
interface Entry {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
  readonly end: string;
  readonly sequence: number;
  readonly alarms: readonly (readonly [string, string])[];
}

/** Reads a calendar file as another program would. */
function read(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      sequence: Number(component.getFirstPropertyValue("sequence")),
      alarms: component
        .getAllSubcomponents("valarm")
        .map((alarm) => [
          String(alarm.getFirstPropertyValue("action")),
          String(alarm.getFirstPropertyValue("trigger")),
        ]),
    };
  });
}

const FEED = read(readFileSync("public/schedule.ics", "utf8"));

/** The feed's own entry whose SUMMARY ends with `title`. */
function ofFeed(title: string): Entry {
  const found = FEED.find(({ summary }) => summary.endsWith(title));
  if (!found) throw new Error(`No session is called ${title}.`);
  return { ...found, alarms: [["DISPLAY", "-PT5M"]] };
}

const withSequence = (entry: Entry, more: number): Entry => ({ ...entry, sequence: entry.sequence + more });

async function starAll(page: Page, titles: readonly string[]): Promise<void> {
  await page.goto("./");
  for (const day of ["2026-04-17", "2026-04-18"]) {
    await page.goto(`./#/day/${day}`);
    await expect(page.getByRole("article").first()).toBeVisible();
    for (const title of titles) {
      const star = page.getByRole("button", { name: `Star ${title}`, exact: true });
      if ((await star.count()) === 0) continue;
      await star.click();
      await expect(star).toHaveAttribute("aria-pressed", "true");
    }
  }
}

/** Presses a button and gives the text and the name of the file that is downloaded. */
async function download(page: Page, name: string): Promise<{ text: string; file: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return { text: await readFile(await file.path(), "utf8"), file: file.suggestedFilename() };
}

function expectLinesOfCalendar(text: string): void {
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const longest = Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));
  expect(longest).toBeLessThanOrEqual(75);
}

test("the agenda as a calendar file: the same sessions, instants, alarms and UIDs", async ({ page }) => {
  const titles = [RUST_TYPES, EMBEDDED, HIRING, REMARKS];
  await starAll(page, titles);
  await page.getByRole("link", { name: "Agenda" }).click();
  const { text, file } = await download(page, "Add to my calendar");
  expect(file).toBe("rust-india-conference-2026-agenda.ics");
  expectLinesOfCalendar(text);
  expect(text).toContain("\r\nMETHOD:PUBLISH\r\n");
  expect(read(text)).toEqual(titles.map(ofFeed));
  await expect(page.getByRole("status", { name: "Message" })).toContainText(`Saved as ${file}`);
});

test("each further file counts as an update of the one before, even in a quick row", async ({ page }) => {
  await starAll(page, [EMBEDDED, HIRING]);
  await page.getByRole("link", { name: "Agenda" }).click();
  for (const more of [0, 1, 2]) {
    const { text } = await download(page, "Add to my calendar");
    expect(read(text)).toEqual([ofFeed(EMBEDDED), ofFeed(HIRING)].map((entry) => withSequence(entry, more)));
  }
  // Also from a session's own page, and after a reload.
  await page.getByRole("link", { name: EMBEDDED, exact: true }).first().click();
  const single = await download(page, "Add this session to my calendar");
  expect(read(single.text)).toEqual([withSequence(ofFeed(EMBEDDED), 3)]);
  await page.goto("./#/agenda");
  await page.reload();
  const both = await download(page, "Add to my calendar");
  expect(read(both.text)).toEqual([withSequence(ofFeed(EMBEDDED), 4), withSequence(ofFeed(HIRING), 3)]);
});

test("one session, starred or not", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("link", { name: REMARKS }).click();
  const { text, file } = await download(page, "Add this session to my calendar");
  expect(file).toBe("concluding-remarks-feedback.ics");
  expectLinesOfCalendar(text);
  expect(read(text)).toEqual([ofFeed(REMARKS)]);
});

test("a star that was just taken away is not in the file", async ({ page }) => {
  await starAll(page, [EMBEDDED, HIRING]);
  await page.getByRole("link", { name: "Agenda" }).click();
  await page.getByRole("button", { name: `Star ${HIRING}` }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  const { text } = await download(page, "Add to my calendar");
  expect(read(text)).toEqual([ofFeed(EMBEDDED)]);
});

/** What the share sheet was given. */
interface Shared {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** The call came within the tap itself, before anything was waited for. */
  readonly inTap: boolean;
}

declare global {
  interface Window {
    /** Hears of each share and says how it ends. */
    shared(file: Shared): Promise<"done" | "cancelled" | "refused">;
  }
}

test.describe("on a phone that shares files", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  async function share(page: Page, answers: ("done" | "cancelled" | "refused")[]): Promise<Shared[]> {
    const seen: Shared[] = [];
    await page.exposeFunction("shared", (file: Shared) => {
      seen.push(file);
      return answers.shift() ?? "done";
    });
    await page.addInitScript(() => {
      let inTap = false;
      addEventListener("click", () => (inTap = true), { capture: true });
      addEventListener("click", () => (inTap = false));
      navigator.canShare = (data) => data?.files?.every(({ name }) => name.endsWith(".ics")) ?? false;
      navigator.share = async (data) => {
        const given = inTap && navigator.userActivation.isActive;
        const file = data?.files?.[0] as File;
        const { name, type } = file;
        const answer = await window.shared({ name, type, text: await file.text(), inTap: given });
        if (answer === "cancelled") throw new DOMException("Share canceled", "AbortError");
        if (answer === "refused") throw new DOMException("Permission denied", "NotAllowedError");
      };
    });
    return seen;
  }

  const BUTTON = { name: "Add to my calendar", exact: true };

  test("the share sheet gets the file within the tap; a cancelled one counts for nothing", async ({
    page,
  }) => {
    const seen = await share(page, ["cancelled", "done"]);
    await starAll(page, [EMBEDDED]);
    await page.getByRole("link", { name: "Agenda" }).click();
    const button = page.getByRole("button", BUTTON);
    for (const [index, more] of [0, 0, 1].entries()) {
      await expect(button).toHaveAttribute("data-ready", "true");
      await button.tap();
      await expect.poll(() => seen.length).toBe(index + 1);
      expect(seen[index]).toMatchObject({
        name: "safe-by-construction-embedded-systems-in-rust.ics",
        type: "text/calendar",
        inTap: true,
      });
      expect(read(seen[index]?.text ?? "")).toEqual([withSequence(ofFeed(EMBEDDED), more)]);
    }
  });

  test("a share sheet that refuses the file leaves the download", async ({ page }) => {
    const seen = await share(page, ["refused"]);
    await starAll(page, [EMBEDDED]);
    await page.getByRole("link", { name: "Agenda" }).click();
    const { text } = await download(page, "Add to my calendar");
    expect(read(text)).toEqual([ofFeed(EMBEDDED)]);
    expect(seen).toHaveLength(1);
  });
});
