import { type Colour, contrastOf } from "./read-tokens";

const HUES = Array.from({ length: 8 }, (_, index) => `--hue-${index}`);

type Pair = readonly [mark: string, ground: string];

/** Text and the ground it stands on: WCAG 2.2, 1.4.3. */
export const TEXT: readonly Pair[] = [
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
/** What text has to have. */
export const TEXT_CONTRAST = 4.5;

/** What is no text but has to be seen: WCAG 2.2, 1.4.11. */
export const GRAPHICS: readonly Pair[] = [
  ...["--edge", "--focus", "--signal", "--star", "--ink", "--hue", ...HUES].flatMap((mark) => [
    [mark, "--paper"] as const,
    [mark, "--raised"] as const,
  ]),
];
/** What marks have to have. */
export const GRAPHIC_CONTRAST = 3;

/** Two colours that cannot be told apart well enough. */
export interface FaintPair {
  readonly mark: string;
  readonly ground: string;
  /** The contrast that they have, and what is needed; WCAG 2.2, from 1 to 21. Null where one has no colour. */
  readonly has: number | null;
  readonly least: number;
}

/** The pairs that have less contrast than they need. */
export function faintPairs(
  tokens: ReadonlyMap<string, Colour>,
  pairs: readonly Pair[],
  least: number,
): readonly FaintPair[] {
  return pairs.flatMap(([mark, ground]) => {
    const [one, other] = [tokens.get(mark), tokens.get(ground)];
    const has = one && other ? contrastOf(one, other) : null;
    return has !== null && has >= least ? [] : [{ mark, ground, has, least }];
  });
}
