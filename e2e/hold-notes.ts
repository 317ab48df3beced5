import type { Page } from "@playwright/test";

/** Keeps the store's notes busy, as a large refresh does, until `letGo`; asked for in a page beside the app. */
export async function holdNotes(beside: Page): Promise<{ readonly letGo: () => Promise<void> }> {
  await beside.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open("trackside:/");
      request.onsuccess = () => done(request.result);
    });
    const held = Object.assign(window, { held: true });
    const store = db.transaction("notes", "readwrite").objectStore("notes");
    await new Promise<void>((begun) => {
      const next = () => {
        if (!held.held) return db.close();
        begun();
        store.count().onsuccess = next;
      };
      store.count().onsuccess = next;
    });
  });
  return { letGo: () => beside.evaluate(() => void Object.assign(window, { held: false })) };
}
