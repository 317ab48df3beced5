/** sRGB, each from 0 to 1. */
export type Colour = readonly [number, number, number];

export type Scheme = "light" | "dark";

/** The colours that a style sheet of tokens declares on `:root`, worked out for one scheme, by name. */
export function colourTokens(css: string, scheme: Scheme): ReadonlyMap<string, Colour> {
  // Without comments and nested rules, which choose a scheme and declare no colours.
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/&[^{]*\{[^}]*\}/g, "");
  const roots = plain.matchAll(/:root\s*\{([^}]*)\}/g);
  const declared = new Map<string, string>();
  for (const [, body = ""] of roots) {
    for (const [, name = "", value = ""] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g))
      declared.set(name, value);
  }
  const colours = new Map<string, Colour>();
  for (const [name, value] of declared) {
    const colour = resolve(value.trim(), declared, scheme);
    if (colour) colours.set(name, colour);
  }
  return colours;
}

/** A colour as `#rrggbb`. */
export function hexOf(colour: Colour): string {
  return `#${colour.map((part) => to255(part).toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2.2's contrast of two colours, from 1 to 21. */
export function contrastOf(a: Colour, b: Colour): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` (0 to 1) of one colour and the rest of another, as `color-mix(in oklab, …)` has it. */
export function mix(one: Colour, share: number, other: Colour): Colour {
  const [a, b] = [toOklab(one), toOklab(other)];
  return fromOklab(a.map((part, index) => part * share + (b[index] ?? 0) * (1 - share)) as unknown as Colour);
}

function resolve(value: string, all: ReadonlyMap<string, string>, scheme: Scheme): Colour | null {
  if (/^#[\da-f]{6}$/i.test(value)) {
    return [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16) / 255) as unknown as Colour;
  }
  const call = /^(var|light-dark|color-mix)\(([\s\S]*)\)$/.exec(value);
  const given = argumentsOf(call?.[2] ?? "");
  if (call?.[1] === "var") return resolve(all.get(given[0] ?? "") ?? "", all, scheme);
  if (call?.[1] === "light-dark") return resolve(given[scheme === "light" ? 0 : 1] ?? "", all, scheme);
  if (call?.[1] !== "color-mix" || given[0] !== "in oklab") return null;
  const [, first = "", percent = "50"] = /^(.*?)\s+([\d.]+)%$/.exec(given[1] ?? "") ?? [];
  const [one, other] = [resolve(first, all, scheme), resolve(given[2] ?? "", all, scheme)];
  return one && other && mix(one, Number(percent) / 100, other);
}

/** What stands between the commas that lie in no brackets. */
function argumentsOf(text: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

const to255 = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 255);
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const encoded = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * Math.max(0, part) ** (1 / 2.4) - 0.055;

function luminance(colour: Colour): number {
  const [r, g, b] = colour.map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// The matrices of CSS Color 4 (sRGB to LMS to Oklab, and back).
function toOklab(colour: Colour): Colour {
  const [r, g, b] = colour.map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Colour): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
