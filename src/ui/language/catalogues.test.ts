import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../..");
/** Code that speaks to whoever builds the site, in English. */
const WORKSHOP = /^build\//;

const sources = readdirSync(SRC, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)))
  .filter((file) => !WORKSHOP.test(file) && file !== "domain/speech.ts");

/** A call of what says a message; the message itself where it stands there. */
const CALL = /(?<![\w.])(?:t|inEnglish)\(\s*(?:"((?:[^"\\]|\\.)*)"(?=\s*[,)])|(?=[^\s]))/g;

function callsIn(file: string): readonly (string | undefined)[] {
  const text = readFileSync(join(SRC, file), "utf8").replace(/^\s*(\/\/|\/?\*).*$/gm, "");
  return [...text.matchAll(CALL)].map(([, message]) => message && (JSON.parse(`"${message}"`) as string));
}

const messages = new Set(sources.flatMap(callsIn).filter((message) => message !== undefined));

/** The pieces of a text in braces, without the braces. */
function groupsIn(text: string): readonly string[] {
  const groups: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "{" && depth++ === 0) start = at + 1;
    if (text[at] === "}" && --depth === 0) groups.push(text.slice(start, at));
  }
  return groups;
}

/** The names of a message's values, in plural cases too. */
function namesIn(message: string): readonly string[] {
  return groupsIn(message).flatMap((group) => {
    const [, counted, cases = ""] = /^(\w+), plural,(.*)$/.exec(group) ?? [];
    return counted ? [`${counted} counts`, ...groupsIn(cases).flatMap(namesIn)] : [group];
  });
}

/** What must be the same in a translation: names of values, marks, and what counts. */
function skeletonOf(message: string) {
  const marks = [...message.matchAll(/<\/?\w+>/g)].map(([mark]) => mark);
  return JSON.stringify([[...new Set(namesIn(message))].sort(), marks.sort()]);
}

const openBraces = (text: string) => text.split("{").length - text.split("}").length;

test("every message stands literally where it is said", () => {
  expect(sources.filter((file) => callsIn(file).includes(undefined))).toEqual([]);
  expect(messages.size).toBeGreaterThan(100);
});

test("the search for messages sees calls of several lines, quotes within, and no other functions", () => {
  const found = (text: string) => [...text.matchAll(CALL)].map(([, message]) => message);
  expect(found('t(\n  "one \\"two\\"",\n) at("no") this.t("no") set(x) t(word)')).toEqual([
    'one \\"two\\"',
    undefined,
  ]);
});

describe.each(["hi", "kn", "ur"])("the catalogue of %s", (language) => {
  const text = readFileSync(join(import.meta.dirname, `${language}.json`), "utf8");
  const catalogue = JSON.parse(text) as Readonly<Record<string, string>>;
  const entries = Object.entries(catalogue);

  test("has a translation of every message", () =>
    expect([...messages].filter((message) => !catalogue[message])).toEqual([]));

  test("has no message that nobody says, and none twice", () => {
    expect(Object.keys(catalogue).filter((message) => !messages.has(message))).toEqual([]);
    expect(text.match(/^ {2}"/gm)?.length).toBe(entries.length);
  });

  test("keeps values, marks and plurals", () => {
    const wrong = entries.filter(
      ([message, said]) => skeletonOf(message) !== skeletonOf(said) || openBraces(said) !== 0,
    );
    expect(wrong).toEqual([]);
  });

  test("has what is said of other numbers in every plural", () => {
    const plurals = entries.filter(([, said]) => said.includes(", plural,"));
    expect(plurals.filter(([, said]) => !/ other \{/.test(said))).toEqual([]);
    const cases = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[]);
    const unknown = plurals.filter(([, said]) =>
      [...said.matchAll(/(?<=[,}] )(\w+|=\d+) \{/g)].some(
        ([, name = ""]) => !name.startsWith("=") && !cases.has(name),
      ),
    );
    expect(unknown).toEqual([]);
  });
});
