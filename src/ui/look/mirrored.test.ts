import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../..");

const files = readdirSync(SRC, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(css|tsx)$/.test(entry.name))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));

/** A cut-out of the screen is where it is, whatever is read: the larger of both goes to either side. */
const OF_THE_DEVICE = /env\(safe-area-inset-(left|right)\)/g;

/** The declarations of a style sheet, or those lines of a component that set a style, with a side in them. */
function sidesIn(file: string): readonly string[] {
  const text = readFileSync(join(SRC, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(OF_THE_DEVICE, "");
  const found = file.endsWith(".css")
    ? text.matchAll(/[^;{}]*\b(left|right)\b[^;{}]*[;{}]/g)
    : text.matchAll(
        /.*\b(?:(?:margin|padding|border|inset)(?:Left|Right)|style=\{\{[^}]*\b(?:left|right))\b.*/g,
      );
  return [...found].map(([declaration]) => `${file}: ${declaration.trim()}`);
}

/** The values of a shorthand: its words, outside of brackets. */
const words = (values: string) => values.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

/** The declarations of four values that are others on one side than on the other: of the sides, or of the corners. */
function unevenIn(css: string): readonly string[] {
  const shorthands = css.matchAll(
    /(?<![\w-])((?:margin|padding|inset|scroll-margin|scroll-padding|border-(?:width|style|color|radius)):)([^;{}]*)/g,
  );
  return [...shorthands].flatMap(([declaration, name = "", values = ""]) => {
    const [first, second, third, fourth] = words(values);
    if (fourth === undefined) return [];
    const isEven = name.endsWith("radius:") ? first === second && third === fourth : second === fourth;
    return isEven ? [] : [declaration];
  });
}

test("a shorthand of four values is the same on both sides", () => {
  expect(
    unevenIn("a { padding: 0 1px 2px 1px; border-radius: 0 0 1px 1px; margin: 0 calc(1px + 2px) }"),
  ).toEqual([]);
  const uneven = [
    "padding: 0 2.5mm 0 0",
    "scroll-padding: 1px 1px 1px calc(var(--x) + 1px)",
    "border-radius: 0 1px 1px 0",
  ];
  expect(unevenIn(`a { ${uneven.join("; ")}; }`)).toEqual(uneven);
  const sheets = files.filter((file) => file.endsWith(".css"));
  expect(sheets.flatMap((file) => unevenIn(readFileSync(join(SRC, file), "utf8")))).toEqual([]);
});

test("no style knows left and right: a language that runs the other way mirrors it all", () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(sidesIn)).toEqual([]);
});
