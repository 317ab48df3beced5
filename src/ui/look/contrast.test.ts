import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Colour, colourTokens, contrastOf, hexOf, mix, type Scheme } from "../../build/read-tokens";

const LOOK = import.meta.dirname;
const css = (file: string) => readFileSync(join(LOOK, file), "utf8");
const HUES = Array.from({ length: 8 }, (_, index) => `--hue-${index}`);

/** Text and the ground it stands on: WCAG 2.2, 1.4.3. */
const TEXT: readonly (readonly [string, string])[] = [
  ...["--ink", "--quiet", "--receded", "--signal", "--star", ...HUES].map(
    (text) => [text, "--paper"] as const,
  ),
  // Code in a description, what the pointer is over, a field.
  ...["--ink", "--quiet", "--receded", "--signal", ...HUES].map((text) => [text, "--raised"] as const),
  ["--paper", "--ink"], // buttons, messages, the banner of a rehearsal
  ["--paper", "--quiet"], // a button under the pointer
  ["--on-signal", "--signal"],
  // A letter in its room's roundel, also of a session that is over.
  ...[...HUES, "--receded"].map((ground) => ["--paper", ground] as const),
];

/** What is no text but has to be seen: WCAG 2.2, 1.4.11. */
const GRAPHICS: readonly (readonly [string, string])[] = [
  ...["--edge", "--focus", "--signal", "--star", "--ink", "--hue", ...HUES].flatMap((mark) => [
    [mark, "--paper"] as const,
    [mark, "--raised"] as const,
  ]),
];

/** The pairs that cannot be told apart well enough, each with what it has. */
function faint(
  tokens: ReadonlyMap<string, Colour>,
  pairs: readonly (readonly [string, string])[],
  least: number,
): readonly string[] {
  return pairs.flatMap(([mark, ground]) => {
    const [one, other] = [tokens.get(mark), tokens.get(ground)];
    if (!one || !other) return [`${mark} on ${ground}: no such colour`];
    const has = contrastOf(one, other);
    return has < least
      ? [`${mark} ${hexOf(one)} on ${ground} ${hexOf(other)}: ${has.toFixed(2)} of ${least}`]
      : [];
  });
}

describe.each<Scheme>(["light", "dark"])("contrast, %s", (scheme) => {
  const tokens = colourTokens(css("tokens.css"), scheme);

  test("all text can be read", () => expect(faint(tokens, TEXT, 4.5)).toEqual([]));

  test("all marks can be seen", () => expect(faint(tokens, GRAPHICS, 3)).toEqual([]));

  test("a colour that is too faint is found, and named", () => {
    const paler = css("tokens.css").replace(/--signal: [^;]+;/, "--signal: light-dark(#f59a92, #7a3a2e);");
    const found = faint(colourTokens(paler, scheme), TEXT, 4.5).join("\n");
    expect(found).toMatch(/^--signal #\w{6} on --paper #\w{6}: \d/);
  });
});

test("the board for the table can be read in its own dark", () => {
  const [, board = ""] = /\.table-board \{([^}]*)\}/.exec(css("reminders.css")) ?? [];
  const tokens = colourTokens(`${css("tokens.css")}:root {${board}}`, "dark");
  const texts = ["--ink", "--quiet", "--signal"].map((text) => [text, "--paper"] as const);
  expect(tokens.get("--paper")).toEqual([0, 0, 0]);
  expect(faint(tokens, [...texts, ["--on-signal", "--signal"]], 4.5)).toEqual([]);
});

test("every colour that a rule gives to text is among those that are measured", () => {
  const measured = new Set(TEXT.map(([text]) => text));
  const given = readdirSync(LOOK)
    .filter((file) => file.endsWith(".css"))
    .flatMap((file) =>
      [...css(file).matchAll(/[\s;{]color:\s*var\((--[\w-]+)\)/g)].map(([, name]) => name ?? ""),
    )
    // A room's hue is one of the eight; the star and the edge colour icons.
    .filter((name) => name !== "--hue" && name !== "--edge");
  expect([...new Set(given)].filter((name) => !measured.has(name))).toEqual([]);
});

test("colours are mixed as browsers mix them", () => {
  // `color-mix(in oklab, #14161f 72%, #fcfbf5)` in Chromium 156.
  const mixed = mix([20 / 255, 22 / 255, 31 / 255], 0.72, [252 / 255, 251 / 255, 245 / 255]);
  expect(hexOf(mixed)).toBe("#4c4d54");
});
