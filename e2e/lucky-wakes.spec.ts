import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import { before, DAY, deviceShows, EMBEDDED, openApp, star } from "./reminder-steps";

for (const event of ["sync", "periodicsync"] as const) {
  test(`a ${event} that comes while nobody is awake catches up`, async ({
    page,
    context,
    server,
    network,
  }) => {
    await openApp(page);
    await star(page, EMBEDDED);
    await network.goOffline();
    // Farther off than any hold: nothing waits for it as the page is left.
    await rehearse(page, before(EMBEDDED.fireAt, 1000), DAY);
    await network.goOnline();
    const cards = await observeNotifications(page);
    const session = await context.newCDPSession(page);
    const registrations: string[] = [];
    session.on("ServiceWorker.workerRegistrationUpdated", (update) =>
      registrations.push(...update.registrations.map(({ registrationId }) => registrationId)),
    );
    await session.send("ServiceWorker.enable");
    // An image of the site: no code of the app runs in it. Sixteen minutes pass. The browser's own page for
    // an image has styles that the policy does not like.
    network.allow(/Applying inline style/, /style-src-attr/);
    await page.goto("./favicon.ico");
    await page.evaluate(async () => {
      const answer = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      const db = await answer(indexedDB.open("trackside:/"));
      const settings = db.transaction("settings", "readwrite").objectStore("settings");
      const row = await answer(settings.get("clock"));
      row.value.offset += 1_000_000;
      await answer(settings.put(row));
      db.close();
    });
    await deviceShows(Date.now() + 1000);
    expect(cards.shown()).toEqual([]);
    const about = { origin: server.origin, registrationId: registrations[0] ?? "", tag: "ring" };
    if (event === "sync")
      await session.send("ServiceWorker.dispatchSyncEvent", { ...about, lastChance: false });
    else await session.send("ServiceWorker.dispatchPeriodicSyncEvent", about);
    await expect.poll(() => cards.shown().length).toBe(1);
    expect(cards.shown()[0]?.tag).toBe(EMBEDDED.tag);
  });
}
