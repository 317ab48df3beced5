import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The budgets, gzip, a few per cent above what there is. A file of dist/assets is named without its hash. */
const FIRST_LOAD = "120 kB";
const SERVICE_WORKER = "42 kB";
// The timetable's, a good quarter of them, come only where there is room for it.
const STYLES = "15.2 kB";
const OFFLINE = { size: "600 kB", files: 40 };
const LATER = {
  // Asked for as soon as the first load runs.
  db: "33 kB",
  "follow-updates": "2.9 kB",
  parts: "9.7 kB",
  // Views and what they open.
  "agenda-view": "7 kB",
  "calendar-button": "28 kB",
  "docked-session": "27.5 kB",
  paper: "5.3 kB",
  // Only once somebody opens it.
  "pocket-panel": "6.9 kB",
  "reminders-view": "8.4 kB",
  "search-view": "5.8 kB",
  // With the judge of what is brought in (backups, agendas), and the pages about the site.
  "settings-view": "36 kB",
  "small-views": "4 kB",
  "wide-day": "5.8 kB",
  // Workers.
  "clock.worker": "300 B",
  // The reader, with the store: what it reads it keeps, away from the page.
  "feed.worker": "76.5 kB",
  "search.worker": "8.7 kB",
  // Languages.
  _virtual_messages: "10.7 kB",
  hi: "13.8 kB",
  kn: "13.7 kB",
  ur: "13 kB",
  // The database in memory, for where the browser refuses one.
  esm: "16 kB",
};
/** What is not in the list, each. */
const OTHER = "1 kB";

// The script of the head, the app's own code (one chunk, which that script runs) and whatever the page preloads.
const page = readFileSync("dist/index.html", "utf8");
const first = [...page.matchAll(/\s(?:src|href|data-app)="[^"]*?assets\/([^"]+\.js)"/g)].map(
  ([, file = ""]) => file,
);
const later = readdirSync("dist/assets").filter((file) => file.endsWith(".js") && !first.includes(file));
/** @param {string} file */
const nameOf = (file) => file.replace(/-[\w-]{8}\.js$/, "");

// An organiser's logo and pictures are theirs to weigh.
const words = process.env.CONFERENCE ?? "public/conference.json";
/** @type {{ logo?: string, info?: readonly { picture?: string }[] }} */
const organiser = existsSync(words) ? JSON.parse(readFileSync(words, "utf8").trim() || "{}") : {};
const pictures = [organiser.logo, ...(organiser.info ?? []).map(({ picture }) => picture)];

const precache = [...readFileSync("dist/sw.js", "utf8").matchAll(/"url":"([^"]+)"/g)]
  .map(([, url = ""]) => url)
  .filter((url) => url === "icon.svg" || !pictures.includes(url));
if (precache.length === 0 || precache.length > OFFLINE.files) {
  throw new Error(`${precache.length} files are kept offline, where 1 to ${OFFLINE.files} may be.`);
}

/**
 * @param {string} name
 * @param {readonly string[]} files
 * @param {string} limit
 */
const budget = (name, files, limit) => ({
  name,
  path: files.map((file) => `dist/${file}`),
  gzip: true,
  limit,
});

export default [
  budget(
    "first load",
    first.map((file) => `assets/${file}`),
    FIRST_LOAD,
  ),
  budget("service worker", ["sw.js"], SERVICE_WORKER),
  budget("styles", ["assets/*.css"], STYLES),
  // The worker itself, which keeps them, is counted above.
  budget("everything kept offline", precache, OFFLINE.size),
  ...Object.entries(LATER).map(([name, limit]) => budget(name, [`assets/${name}-*.js`], limit)),
  ...later
    .filter((file) => !(nameOf(file) in LATER))
    .map((file) => budget(nameOf(file), [`assets/${file}`], OTHER)),
];
