import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { faintPairs, GRAPHICS, TEXT } from "../../build/contrast";
import { type Colour, colourTokens, hexOf, mix, type Scheme } from "../../build/read-tokens";

const LOOK = import.meta.dirname;
const css = (file: string) => readFileSync(join(LOOK, file), "utf8");
/** The pairs that cannot be told apart well enough, each with what it has. */
const faint = (tokens: ReadonlyMap<string, Colour>, pairs: typeof TEXT, least: number) =>
  faintPairs(tokens, pairs, least).map(({ mark, ground, has }) => {
    const hex = (name: string) => hexOf(tokens.get(name) ?? [0, 0, 0]);
    return `${mark} ${hex(mark)} on ${ground} ${hex(ground)}: ${has?.toFixed(2)} of ${least}`;
  });

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
