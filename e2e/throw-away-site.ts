import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FILES: Readonly<Record<string, string>> = {
  "index.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rig</title>
    <link rel="icon" href="data:,"><script src="assets/page-abc.js"></script><h1>Rig</h1></html>`,
  "assets/page-abc.js": `navigator.serviceWorker.register("sw.js");`,
  // The least of a service worker: it serves the page offline, shows a card when told to, and holds
  // itself alive for one that is due later.
  "sw.js": `
    addEventListener("install", (event) => event.waitUntil((async () => {
      const cache = await caches.open("rig");
      await cache.addAll(["./", "assets/page-abc.js"]);
      await skipWaiting();
    })()));
    addEventListener("activate", (event) => event.waitUntil(clients.claim()));
    addEventListener("fetch", (event) => {
      event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
    });
    addEventListener("message", (event) => {
      const { tag, after, ask } = event.data;
      if (ask) return void fetch(ask, { mode: "no-cors" }).catch(() => {});
      event.waitUntil((async () => {
        await new Promise((done) => setTimeout(done, after));
        await registration.showNotification("Rig rings", { tag, body: "after " + after, data: { shownAt: Date.now() } });
      })());
    });`,
  "manifest.webmanifest": `{ "name": "Rig" }`,
  "schedule.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
  _headers:
    "# comment\n/*\n  X-Content-Type-Options: nosniff\n  Content-Security-Policy: default-src 'self'; img-src 'self' data:; connect-src 'self' http://localhost:9\n/other/*\n  X-Other: yes\n",
};

/** Writes a tiny site with its own service worker into a new folder; the caller removes the folder. */
export async function throwAwaySite(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "trackside-rig-"));
  await mkdir(join(root, "assets"));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(root, name), text);
  return root;
}
