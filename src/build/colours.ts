import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BuildStop } from "./build-stop";
import { type FaintPair, faintPairs, GRAPHIC_CONTRAST, GRAPHICS, TEXT, TEXT_CONTRAST } from "./contrast";
import type { Organiser } from "./organiser";
import { CONFERENCE_FILE } from "./organiser-schema";
import { type Colour, colourTokens, hexOf, mix, type Scheme } from "./read-tokens";

/** The file whose few values are the theme. */
export const TOKENS = join(import.meta.dirname, "../ui/look/tokens.css");

type Colours = Organiser["colours"];
type Written = NonNullable<Colours["signal"]>;

const SCHEMES: readonly Scheme[] = ["light", "dark"];

/** The organiser's colours by the token that they are for. */
function tokensOf({ paper, ink, signal, star, rooms = [] }: Colours): ReadonlyMap<string, Written> {
  const given: readonly (readonly [string, Written | undefined])[] = [
    ["--paper", paper],
    ["--ink", ink],
    ["--signal", signal],
    ...["--star", "--star-fill", "--star-line"].map((token) => [token, star] as const),
    ...rooms.map((room, index) => [`--hue-${index}`, room] as const),
  ];
  return new Map(given.flatMap(([token, colour]) => (colour === undefined ? [] : [[token, colour]])));
}

/** The tokens that have to keep their contrast on another ground, also where nobody gave them. */
const MARKS = ["--signal", "--star", ...Array.from({ length: 8 }, (_, index) => `--hue-${index}`)];

/**
 * The theme's style sheet with the organiser's colours in it. One that is given alone is brightened for the night as
 * far as it has to be; so are, in both schemes, those of the theme that the organiser's ground would make faint.
 */
export function withColours(css: string, colours: Colours): string {
  const given = tokensOf(colours);
  if (given.size === 0) return css;
  const plain = [...given].reduce((all, [token, colour]) => {
    const { light, dark } = typeof colour === "string" ? { light: colour, dark: colour } : colour;
    return written(all, token, light, dark);
  }, css);
  return [...new Set([...MARKS, ...given.keys()])].reduce((all, token) => {
    const colour = given.get(token);
    if (typeof colour === "object") return all;
    const [light, dark] = SCHEMES.map((scheme) => {
      const own = hexOf(colourTokens(plain, scheme).get(token) ?? [0, 0, 0]);
      return colour !== undefined && scheme === "light" ? own : enoughOn(plain, token, own, scheme);
    });
    return written(all, token, light ?? "", dark ?? "");
  }, plain);
}

const written = (css: string, token: string, light: string, dark: string): string =>
  css.replace(new RegExp(`(${token}: )[^;]+;`), `$1light-dark(${light}, ${dark});`);

/** The colour itself, or the nearest to it, towards that of letters, that has all the contrast it needs. */
function enoughOn(css: string, token: string, colour: string, scheme: Scheme): string {
  const tokens = new Map(colourTokens(css, scheme));
  const [own, ink] = [colourTokens(`:root { --own: ${colour}; }`, scheme).get("--own"), tokens.get("--ink")];
  if (!own || !ink) return colour;
  for (let share = 0; share <= 1; share += 0.02) {
    const tried: Colour = share === 0 ? own : mix(ink, share, own);
    tokens.set(token, tried);
    if (faint(tokens).every(({ mark, ground }) => mark !== token && ground !== token)) return hexOf(tried);
  }
  return hexOf(ink);
}

const faint = (tokens: ReadonlyMap<string, Colour>): readonly FaintPair[] => [
  ...faintPairs(tokens, TEXT, TEXT_CONTRAST),
  ...faintPairs(tokens, GRAPHICS, GRAPHIC_CONTRAST),
];

/** The theme for these colours. Throws a `BuildStop` with a sentence for each that could not be read or seen. */
export function themeOf(colours: Colours): string {
  const css = withColours(readFileSync(TOKENS, "utf8"), colours);
  const told = new Map<string, string>();
  for (const scheme of SCHEMES) {
    const tokens = colourTokens(css, scheme);
    for (const pair of faint(tokens)) {
      const token = keyOf(pair.mark) ? pair.mark : pair.ground;
      const key = keyOf(token) ?? "colours.ink";
      const name = `${key} ${scheme}`;
      if (!told.has(name)) told.set(name, sentenceOf(pair, { css, tokens, token, key, scheme }));
    }
  }
  if (told.size > 0) throw new BuildStop([...told.values()].join("\n"));
  return css;
}

/** The key that sets a token; null for the ground, and for what follows from others. */
function keyOf(token: string): string | null {
  const room = /^--hue-(\d)$/.exec(token)?.[1];
  if (room) return `colours.rooms[${room}]`;
  return token === "--signal" || token === "--star" ? `colours.${token.slice(2)}` : null;
}

function sentenceOf(
  { mark, ground, has, least }: FaintPair,
  about: {
    readonly css: string;
    readonly tokens: ReadonlyMap<string, Colour>;
    readonly token: string;
    readonly key: string;
    readonly scheme: Scheme;
  },
): string {
  const { css, tokens, token, key, scheme } = about;
  const hex = (name: string) => hexOf(tokens.get(name) ?? [0, 0, 0]);
  const own = keyOf(token) ? hex(token) : hex("--ink");
  const other = hex(keyOf(token) ? (token === mark ? ground : mark) : "--paper");
  const enough = keyOf(token)
    ? enoughOn(css, token, own, scheme)
    : scheme === "light"
      ? "#14161f"
      : "#f4f2ea";
  return `"${key}" in ${CONFERENCE_FILE} is too faint in the ${scheme} scheme: ${own} against ${other} has a contrast of ${has?.toFixed(1)}, where ${least} is needed. Write ${enough} there${keyOf(token) ? ', as { "light": …, "dark": … }' : " or another ground"}.`;
}
