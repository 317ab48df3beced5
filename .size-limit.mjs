import { readFileSync } from "node:fs";

// The first load: the entry chunk, its static imports and whatever else the page preloads, which Vite
// writes into the page as one script and its modulepreload links.
const page = readFileSync("dist/index.html", "utf8");
const first = [...page.matchAll(/<(?:script|link)[^>]*\b(?:src|href)="[^"]*?(assets\/[^"]+\.js)"/g)];

export default [
  { name: "first load", path: first.map(([, file]) => `dist/${file}`), gzip: true, limit: "120 kB" },
  // Asked for as soon as the first load runs.
  { name: "store", path: "dist/assets/db-*.js", gzip: true, limit: "35 kB" },
  // With the store's own code: what it reads it keeps, away from the page.
  { name: "feed reader", path: "dist/assets/feed.worker-*.js", gzip: true, limit: "75 kB" },
  { name: "service worker", path: "dist/sw.js", gzip: true, limit: "45 kB" },
  // The timetable's, a good quarter of them, come only where there is room for it.
  { name: "styles", path: "dist/assets/*.css", gzip: true, limit: "13 kB" },
  {
    name: "everything kept offline",
    path: ["dist/index.html", "dist/sw.js", "dist/assets/*"],
    gzip: true,
    limit: "600 kB",
  },
];
