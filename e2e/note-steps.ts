import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";

/** The address of a session's page. */
export const sessionHash = (id: string) => `#/session/${encodeURIComponent(id)}`;

/** Where a session's note is written. */
export const noteOf = (page: Page): Locator => page.getByRole("textbox", { name: "Your note" });

/** Opens a session's page and waits until its note can be written. */
export async function openNote(page: Page, id: string): Promise<Locator> {
  await page.goto(`./${sessionHash(id)}`);
  await expect(noteOf(page)).toBeVisible();
  return noteOf(page);
}

/** The notes that the store has, by session, as any page of the site reads them. */
export function storedNotes(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open("trackside:/"));
    const rows = await answer(db.transaction("notes").objectStore("notes").getAll());
    db.close();
    return Object.fromEntries(rows.map(({ sessionId, text }) => [sessionId, text]));
  });
}

/** A page of the site in which no code of the app runs. */
export async function openBeside(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto("./icon.svg");
  return page;
}

/** What was typed into a field, and when: the letters, each with the moment at which the field had it. */
interface Typing {
  readonly typed: readonly { readonly letter: string; readonly at: number }[];
  /** When the page was gone. */
  readonly killedAt: number;
}

/** Types into the field that has the focus until the page is killed, `after` milliseconds later, without a word to it. */
export async function typeUntilKilled(page: Page, after: number): Promise<Typing> {
  const devtools = await page.context().newCDPSession(page);
  const typed: { letter: string; at: number }[] = [];
  let killedAt = 0;
  const gone = () => {
    killedAt ||= Date.now();
  };
  page.once("crash", gone);
  const kill = setTimeout(() => {
    gone();
    void devtools.send("Page.crash").catch(() => undefined);
  }, after);
  for (let count = 0; killedAt === 0; count += 1) {
    const letter = count % 6 === 5 ? " " : String.fromCharCode(97 + (count % 26));
    const sent = devtools.send("Input.insertText", { text: letter }).then(
      () => typed.push({ letter, at: Date.now() }),
      () => undefined,
    );
    const pause = new Promise((done) => setTimeout(done, 20 + Math.random() * 60));
    await Promise.race([Promise.all([sent, pause]), new Promise((done) => page.once("crash", done))]);
  }
  clearTimeout(kill);
  await page.close();
  return { typed, killedAt };
}
