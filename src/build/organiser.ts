import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { BuildStop } from "./build-stop";
import { themeOf } from "./colours";
import { WRITE } from "./organiser-keys";
import { CONFERENCE_FILE, ORGANISER } from "./organiser-schema";

/** What the organiser says of their conference and its app; what is not said is undefined or its default. */
export type Organiser = Omit<v.InferOutput<typeof ORGANISER>, "$schema">;

/**
 * `public/conference.json`, or another `file` in its place; without that file, or with an empty one, as where
 * nothing is said. Throws as below.
 */
export async function organisersWords(file = CONFERENCE_FILE): Promise<Organiser> {
  return readOrganiser(await readFile(resolve(file), "utf8").catch(() => ""), resolve("public"));
}

/**
 * The text of `conference.json`, judged. Throws a `BuildStop` with a sentence for each thing that cannot be: its
 * key, and what to write. `folder` is where its pictures have to lie; where it is not said they are not looked for.
 */
export function readOrganiser(text: string, folder?: string): Organiser {
  const judged = v.safeParse(ORGANISER, jsonOf(text.replace(/^\uFEFF/, "")));
  if (!judged.success) throw new BuildStop([...new Set(judged.issues.map(sentenceOf))].join("\n"));
  const organiser = judged.output;
  const missing = picturesOf(organiser)
    .filter(({ file }) => folder !== undefined && !existsSync(join(folder, file)))
    .map(
      ({ key, file }) =>
        `"${key}" in ${CONFERENCE_FILE} names ${file}: put that file into public/, or take the key out.`,
    );
  if (missing.length > 0) throw new BuildStop(missing.join("\n"));
  themeOf(organiser.colours);
  return organiser;
}

/** The files of `public/` that the organiser's words name, each with its key. */
export function picturesOf({
  logo,
  info,
}: Organiser): readonly { readonly key: string; readonly file: string }[] {
  const ofInfo = info.flatMap(({ picture }, index) =>
    picture === undefined ? [] : [{ key: `info[${index}].picture`, file: picture }],
  );
  return logo === undefined ? ofInfo : [{ key: "logo", file: logo }, ...ofInfo];
}

function jsonOf(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? null : value;
  } catch (error) {
    const [, at] = /position (\d+)/.exec(String(error)) ?? [];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split("\n").length;
    throw new BuildStop(
      `${CONFERENCE_FILE} is not JSON: look at line ${line} for a comma, a quotation mark or a bracket that is missing or too many.`,
    );
  }
}

function sentenceOf(issue: v.InferIssue<typeof ORGANISER>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  if (keys.length === 0) return `${CONFERENCE_FILE} has to be one group in braces, such as { "name": "…" }.`;
  const path = keys.reduce<string>(
    (said, key) => (typeof key === "number" ? `${said}[${key}]` : said ? `${said}.${key}` : String(key)),
    "",
  );
  if (issue.type === "strict_object" && issue.expected === "never")
    return unknownKey(path, keys.at(-1), keys.slice(0, -1));
  const value = issue.path?.at(-1)?.value;
  const found = value === undefined ? "is missing" : `is ${JSON.stringify(value)?.slice(0, 80)}`;
  return `"${path}" in ${CONFERENCE_FILE} ${found}: write ${wordsFor(keys)}.`;
}

function unknownKey(path: string, key: unknown, above: readonly unknown[]): string {
  const known = Object.keys(WRITE)
    .filter((name) => name.startsWith(prefixOf(above)))
    .map((name) => name.slice(prefixOf(above).length))
    .filter((name) => name !== "" && !/[.[]/.test(name));
  // What stood for it before.
  const meant = key === "openFeeds" ? 'feedOrigins": "any' : undefined;
  const hint = meant
    ? `write "${meant}" instead`
    : `it may be ${known.map((name) => `"${name}"`).join(", ")}`;
  return `"${path}" in ${CONFERENCE_FILE} is no key that is known: ${hint}.`;
}

const patternOf = (keys: readonly unknown[]): string =>
  keys
    .map((key) => (typeof key === "number" ? "[]" : `.${String(key)}`))
    .join("")
    .slice(1);

const prefixOf = (above: readonly unknown[]): string => (above.length === 0 ? "" : `${patternOf(above)}.`);

/** What to write: of the key itself, else of what it stands in. */
function wordsFor(keys: readonly unknown[]): string {
  for (let length = keys.length; length > 0; length -= 1) {
    const words = WRITE[patternOf(keys.slice(0, length))];
    if (words) return words;
  }
  return "what the list of keys in the README says";
}
