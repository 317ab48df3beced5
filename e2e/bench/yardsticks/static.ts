const ROWS = 20;
const HOUR = 60;

/** A row with about as much text as the app's. */
export function plainRows(count = ROWS) {
  return Array.from({ length: count }, (_, index) => {
    const minutes = 9 * HOUR + index * 5;
    const time = `${String(Math.floor(minutes / HOUR) % 24).padStart(2, "0")}:${String(minutes % HOUR).padStart(2, "0")}`;
    return {
      id: `row-${index}`,
      time,
      title: `A talk about the ${index + 1}. of all things`,
      room: `Room ${index % 30}`,
    };
  });
}

const STYLE =
  "body{margin:0;font:16px/1.5 sans-serif}article{display:grid;grid-template-columns:4rem 1fr;padding:.75rem 1rem;border-block-end:1px solid #ccc}h2{font-size:1rem;margin:0}p{margin:0}";

const head = (title: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style>`;

/** Twenty rows that need no script to be seen. */
export function staticPage(): string {
  const rows = plainRows().map(
    ({ id, time, title, room }) =>
      `<article data-session="${id}" aria-label="${title}"><p><time>${time}</time></p><div><h2><a href="#${id}">${title}</a></h2><p>${room}</p></div></article>`,
  );
  return `${head("Static")}<h1>Saturday</h1>${rows.join("")}<script src="register.js"></script></html>`;
}

/** A page for a script of the yardsticks, with the rows in it where that is asked for. */
export function scriptPage(script: string, rows: readonly object[] = []): string {
  const data =
    rows.length > 0 ? `<script type="application/json" id="rows">${JSON.stringify(rows)}</script>` : "";
  return `${head("Script")}<div id="app"></div>${data}<script type="module" src="${script}"></script><script src="register.js"></script></html>`;
}

/** Registers the service worker after the page has loaded. */
export const REGISTER = `addEventListener("load", () => navigator.serviceWorker.register("sw.js"));`;

/** The least of a service worker that serves a site from its cache. */
export function workerOf(files: readonly string[]): string {
  return `
    addEventListener("install", (event) => event.waitUntil((async () => {
      const cache = await caches.open("yardstick");
      await cache.addAll(${JSON.stringify(["./", ...files])});
      await skipWaiting();
    })()));
    addEventListener("activate", (event) => event.waitUntil(clients.claim()));
    addEventListener("fetch", (event) => {
      event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
    });`;
}
