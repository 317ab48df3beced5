import { expect, type Locator, type Page } from "@playwright/test";
import { rehearse } from "./rehearse";
import { EMBEDDED, openApp, star } from "./reminder-steps";

/** Ten to twelve on the second day; `EMBEDDED` is from 14:15 to 14:50. */
export const MORNING = "2026-04-18T06:20:00Z";

/** What is written of an own entry; what is left out stays as the sheet proposes it. */
interface Written {
  readonly title: string;
  readonly day?: string;
  /** `HH:MM`, the conference's time. */
  readonly start?: string;
  readonly end?: string;
  readonly place?: string;
}

/** The sheet in which an own entry is written. */
export const sheet = (page: Page): Locator => page.getByRole("dialog");

/** Opens the sheet for a new entry on the agenda. */
export async function openSheet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add your own entry", exact: true }).click();
  await expect(sheet(page)).toBeVisible();
}

/** Fills in the sheet that is open. */
export async function write(page: Page, { title, day, start, end, place }: Partial<Written>): Promise<void> {
  const field = (label: string) => sheet(page).getByLabel(label, { exact: true });
  if (title !== undefined) await field("Title").fill(title);
  if (day !== undefined)
    await sheet(page).getByRole("combobox", { name: "Day" }).selectOption({ label: day });
  if (start !== undefined) await field("Begins").fill(start);
  if (end !== undefined) await field("Ends").fill(end);
  if (place !== undefined) await field("Place").fill(place);
}

/** Keeps what stands in the sheet, and waits until it is closed. */
export async function save(page: Page): Promise<void> {
  await sheet(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet(page)).toHaveCount(0);
}

/** Puts an own entry into the agenda, which is shown. */
export async function addEntry(page: Page, written: Written): Promise<void> {
  await openSheet(page);
  await write(page, { day: "Saturday 18 April", ...written });
  await save(page);
  await expect(page.getByRole("article", { name: written.title, exact: true })).toBeVisible();
}

/** The id of the only own entry that the store holds. */
export function entryId(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open("trackside:/"));
    const rows = await answer(db.transaction("entries").objectStore("entries").getAll());
    db.close();
    return String(rows[0]?.sessionId);
  });
}

/** Opens the app at `hash` with a star set, in a rehearsal of that morning. */
export async function openStarred(page: Page, hash = "#/agenda"): Promise<void> {
  await openApp(page);
  await star(page, EMBEDDED);
  await rehearse(page, MORNING, hash);
}
