import { directionOf } from "./choices";

/** A language the app speaks. */
export type Language = "en" | "hi" | "kn" | "ur";

/** Translations by the English message. */
export type Catalogue = Readonly<Record<string, string>>;

/** How the app speaks to this attendee: words, digits, dates and hours. */
export interface Speech {
  readonly language: Language;
  /** BCP 47, with the digits where they were chosen: what `Intl` formats by. */
  readonly locale: string;
  /** "2:15 pm" instead of "14:15". */
  readonly hour12: boolean;
  readonly catalogue: Catalogue;
}

/** What stands for the names in a message. */
export type Values = Readonly<Record<string, string | number>>;

/** Without a word from the attendee; also what a worker speaks that was told nothing. */
export const ENGLISH: Speech = { language: "en", locale: "en-GB", hour12: false, catalogue: {} };

// Ambient, as the locale of `Intl` itself is: one reader sits before one page. Whoever changes it draws anew.
let spoken = ENGLISH;
// The engine's formats are dear to make: each is made when it is first needed.
let numbers: Intl.NumberFormat | undefined;
let plurals: Intl.PluralRules | undefined;
let mirrored = false;

/** Sets how everything is said from here on, in this page or worker. */
export function speak(speech: Speech): void {
  spoken = speech;
  numbers = undefined;
  plurals = undefined;
  mirrored = directionOf(speech.language) === "rtl";
}

/** How everything is said at present. */
export function currentSpeech(): Speech {
  return spoken;
}

/**
 * A message in the attendee's language. `message` is the English one and its own key: `{name}` is replaced
 * by a value, `{count, plural, one {# day} other {# days}}` chooses by number (ICU MessageFormat's plain
 * part). Numbers are written in the reader's digits; where the language runs from right to left, other values
 * are isolated (U+2068, U+2069). What has no translation is said in English.
 */
export function t(message: string, values: Values = {}): string {
  return fill(spoken.catalogue[message] ?? message, values, null);
}

/**
 * A message as it is kept: in English whatever is spoken, for `retold` to say it in the language of whoever
 * reads it later.
 */
export function inEnglish(message: string, values: Readonly<Record<string, string>> = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/**
 * A sentence that was kept in English, such as the reason of a failure, as the attendee's language has it.
 * One value may stand in it, behind words enough to tell the message by.
 */
export function retold(sentence: string): string {
  const whole = spoken.catalogue[sentence];
  if (whole !== undefined) return whole;
  for (const message of Object.keys(spoken.catalogue)) {
    const [, before = "", name = "", after = ""] = /^([^{}]{15,})\{(\w+)\}([^{}]*)$/.exec(message) ?? [];
    if (!name || !sentence.startsWith(before) || !sentence.endsWith(after)) continue;
    const value = sentence.slice(before.length, sentence.length - after.length);
    return t(message, { [name]: /^\d{1,9}$/.test(value) ? Number(value) : value });
  }
  return sentence;
}

/** What `say` says in another speech than the attendee's. */
export function spokenIn<T>(speech: Speech, say: () => T): T {
  const before = spoken;
  speak(speech);
  try {
    return say();
  } finally {
    speak(before);
  }
}

/** A number in the reader's digits; five figures and more are grouped. */
export function numeral(value: number): string {
  // English is written without the engine, whose first format holds up the first picture.
  if (spoken.locale === ENGLISH.locale && Number.isSafeInteger(value)) {
    const digits = String(value + 0);
    return Math.abs(value) < 10_000 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ",");
  }
  numbers ??= new Intl.NumberFormat(spoken.locale, { useGrouping: "min2" });
  return numbers.format(value + 0); // Or a rounded minus nothing is "-0".
}

function fill(message: string, values: Values, count: number | null): string {
  let said = "";
  for (let at = 0; at < message.length; at += 1) {
    const letter = message[at];
    if (letter === "{") {
      const end = closing(message, at);
      said += argument(message.slice(at + 1, end), values);
      at = end;
    } else said += letter === "#" && count !== null ? numeral(count) : letter;
  }
  return said;
}

/** Where the brace closes that opens at `start`; the end of the text where it never does. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

function argument(inner: string, values: Values): string {
  const [name = "", kind] = inner.split(",", 2).map((part) => part.trim());
  const value = values[name] ?? `{${name}}`;
  if (kind !== "plural" || typeof value !== "number")
    return typeof value === "number" ? numeral(value) : isolated(value);
  const wanted = caseFor(value);
  const cases = new Map(casesOf(inner));
  return fill(cases.get(`=${value}`) ?? cases.get(wanted) ?? cases.get("other") ?? "", values, value);
}

function caseFor(value: number): string {
  if (spoken.language === "en") return value === 1 ? "one" : "other";
  plurals ??= new Intl.PluralRules(spoken.locale);
  return plurals.select(value);
}

/** A title keeps its own direction amid a sentence that runs the other way; hours and figures need no help. */
function isolated(value: string): string {
  return mirrored && !/^[\p{Nd}.,:٫٬]*$/u.test(value) ? `\u2068${value}\u2069` : value;
}

/** The cases of a plural: "one" and what is said then, and so on. */
function casesOf(inner: string): readonly (readonly [string, string])[] {
  const cases: [string, string][] = [];
  let at = inner.indexOf(",", inner.indexOf(",") + 1) + 1;
  for (let open = inner.indexOf("{", at); open >= 0; open = inner.indexOf("{", at)) {
    const end = closing(inner, open);
    cases.push([inner.slice(at, open).trim(), inner.slice(open + 1, end)]);
    at = end + 1;
  }
  return cases;
}
