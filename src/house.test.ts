import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { missingFrom } from "./build/lock";
import { parseFeed } from "./feed/parse-feed";

/** Imports point left only. */
const ROOMS = ["domain", "feed", "store", "reminders", "ui"];

/** What each door and the workshop may open. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  main: ROOMS,
  sw: ["domain", "feed", "store", "reminders"],
  build: ["domain", "feed", "ui"],
};

/** Where alone a library may be known; prefixes of paths below src. */
const LIBRARIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ical\.js/, ["feed/"]],
  [/^dexie(\/|$)/, ["store/db.ts"]],
  [/^fake-indexeddb(\/|$)/, ["store/"]],
  [/^minisearch/, ["ui/find/search-index.ts"]],
  [/^react-dom\/server/, ["build/"]],
  [/^(react|react-dom)(\/|$)/, ["ui/", "main.tsx"]],
  [/^wouter/, ["ui/route.ts"]],
  [/^lean-qr/, ["ui/print/"]],
  [/^workbox-window/, ["ui/update/follow-updates.ts"]],
  [/^valibot/, ["store/", "ui/travel/extras.ts", "build/organiser.ts", "build/organiser-schema.ts"]],
];

/** Names that name no room. */
const EMPTY_NAMES = /^(utils?|helpers?|hooks|services?|common|types|index|misc|shared|lib)(\.|$)/;

const SRC = import.meta.dirname;
const ROOT = join(SRC, "..");

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));
}

const files = filesIn(SRC);
const code = files.filter((file) => /\.(m?ts|tsx)$/.test(file));
const shipped = code.filter((file) => !/\.test\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(join(SRC, file), "utf8");

const importsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name]) => name ?? "");

const roomOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "main");

/** The rooms that a file may open: its own, and those to its left. */
function opens(room: string): readonly string[] {
  const own = ROOMS.indexOf(room);
  return own >= 0 ? ROOMS.slice(0, own + 1) : [...(DOORS[room] ?? []), room];
}

describe("the house law", () => {
  test("imports point left only", () => {
    const wrong = shipped.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith("."))
        .map((name) => roomOf(normalize(join(dirname(file), name))))
        .filter((room) => !opens(roomOf(file)).includes(room))
        .map((room) => `${file} opens ${room}`),
    );
    expect(wrong).toEqual([]);
  });

  test("each library is known to its own room alone", () => {
    const wrong = shipped.flatMap((file) =>
      importsOf(file).filter((name) => {
        const rule = LIBRARIES.find(([pattern]) => pattern.test(name));
        return rule && !rule[1].some((place) => file.startsWith(place));
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("the database's code is in no page's first load", () => {
    const taking = shipped.filter((file) => /^import (?!type )[^;]*"[^"]*\/db";/m.test(textOf(file)));
    expect(taking).toEqual(["store/feed.worker.ts", "store/open-test-db.ts", "sw/ring-here.ts"]);
  });

  test("the domain imports nothing from outside itself and reads no clock", () => {
    const domain = shipped.filter((file) => file.startsWith("domain/"));
    expect(domain.flatMap(importsOf).filter((name) => !name.startsWith("./"))).toEqual([]);
    expect(domain.filter((file) => /Date\.now\(|new Date\(\)|performance\.now/.test(textOf(file)))).toEqual(
      [],
    );
  });

  test("the device's clock has one door to what decides", () => {
    const readers = shipped.filter((file) => /Date\.now\(/.test(textOf(file)));
    expect(readers.filter((file) => !file.startsWith("build/"))).toEqual([
      "reminders/clock.worker.ts",
      "store/clock.ts",
    ]);
  });

  test("no file has over 250 lines, none is a barrel, none exports by default", () => {
    const long = code.filter((file) => textOf(file).split("\n").length > 251);
    const barrels = code.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(textOf(file)));
    const byDefault = code.filter((file) => /^export default/m.test(textOf(file)));
    expect({ long, barrels, byDefault }).toEqual({ long: [], barrels: [], byDefault: [] });
  });

  test("no file or folder has a name that names no room", () => {
    expect(files.filter((file) => file.split("/").some((name) => EMPTY_NAMES.test(name)))).toEqual([]);
  });

  test("no description becomes an HTML string", () => {
    const sinks = /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write/;
    expect(shipped.filter((file) => sinks.test(textOf(file)))).toEqual([]);
  });

  test("nothing of this conference stands in the sources", () => {
    const feed = parseFeed(readFileSync(join(ROOT, "public/schedule.ics")));
    if (!feed.ok) throw new Error(feed.reason);
    const { name, timeZone, sessions } = feed.conference;
    const words = new Set([name, timeZone]);
    for (const session of sessions) {
      words.add(session.day);
      words.add(session.day.replaceAll("-", ""));
      if (session.kind !== "break" && session.kind !== "check-in") words.add(session.title);
      for (const place of [session.room, session.venue, session.city]) if (place) words.add(place);
    }
    const found = files.flatMap((file) => {
      const text = textOf(file).toLowerCase();
      return [...words]
        .filter((word) => text.includes(word.toLowerCase()))
        .map((word) => `${word} in ${file}`);
    });
    expect(found).toEqual([]);
  });

  test("the top level is as it was agreed", () => {
    const agreed =
      /^(\..+|package(-lock)?\.json|vite\.config\.ts|tsconfig\.json|index\.html|src|public|e2e|README\.md|LICENSE|node_modules|dist(-host)?|test-results)$/;
    expect(readdirSync(ROOT).filter((name) => !agreed.test(name))).toEqual([]);
  });

  test("versions are exact and the lock file names no registry", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const versions = Object.values<string>({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
    expect(lock).not.toMatch(/"resolved"|https?:\/\/registry/);
    // Else `npm ci` refuses it: `npm run lock` completes it.
    expect([...missingFrom(JSON.parse(lock).packages).keys()]).toEqual([]);
  });

  test("the conference's feed has no rival in the project", () => {
    expect(existsSync(join(ROOT, "public/schedule.ics"))).toBe(true);
    expect(readdirSync(join(ROOT, "public")).filter((name) => name.endsWith(".ics"))).toEqual([
      "schedule.ics",
    ]);
  });
});
