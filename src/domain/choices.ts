import type { Language, Speech } from "./speech";

/** What the attendee has chosen of how the app looks and speaks; "auto" is as the device has it. */
export interface Choices {
  readonly language: "auto" | Language;
  readonly clock: "auto" | "12" | "24";
  /** Own: those of the language's script. */
  readonly digits: "auto" | "own" | "latin";
  readonly theme: "auto" | "light" | "dark";
}

/** Until the attendee says otherwise. */
export const FIRST_CHOICES: Choices = { language: "auto", clock: "auto", digits: "auto", theme: "auto" };

/** The languages of the app in their menu's order, each by its own name and with the digits of its script. */
export const LANGUAGES: readonly {
  readonly language: Language;
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  /** Of Unicode's numbering systems; null where that is the Latin one. */
  readonly digits: string | null;
  /** Somebody whose language it is has read the whole translation. */
  readonly isRead: boolean;
}[] = [
  { language: "en", name: "English", dir: "ltr", digits: null, isRead: true },
  { language: "hi", name: "हिन्दी", dir: "ltr", digits: "deva", isRead: false },
  { language: "kn", name: "ಕನ್ನಡ", dir: "ltr", digits: "knda", isRead: false },
  { language: "ur", name: "اردو", dir: "rtl", digits: "arabext", isRead: false },
];

/** Set by the build where an organiser offers fewer. */
declare const LANGUAGES_OFFERED: readonly Language[] | undefined;

/** Those that the app offers, in the menu's order. */
export const OFFERED = LANGUAGES.filter(
  ({ language }) => typeof LANGUAGES_OFFERED === "undefined" || LANGUAGES_OFFERED.includes(language),
);

/** The direction in which a language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return LANGUAGES.find((entry) => entry.language === language)?.dir ?? "ltr";
}

const languageOf = (tag: string) => tag.toLowerCase().split("-")[0];

/** The language that is spoken: what was chosen, else the first of the device's that the app offers, else English. */
export function languageFor(choice: Choices["language"], deviceLanguages: readonly string[]): Language {
  for (const tag of choice === "auto" ? deviceLanguages : [choice, ...deviceLanguages]) {
    const known = OFFERED.find(({ language }) => language === languageOf(tag));
    if (known) return known.language;
  }
  return "en";
}

/** How the app speaks, from the attendee's choices and the device's languages (BCP 47, the first is liked best). */
export function speechFor(choices: Choices, deviceLanguages: readonly string[]): Omit<Speech, "catalogue"> {
  const language = languageFor(choices.language, deviceLanguages);
  const own = deviceLanguages.find((tag) => languageOf(tag) === language && isLocale(tag));
  // English has one way to write dates, whoever reads it; the region matters for digits and hours elsewhere.
  const base = language === "en" ? "en-GB" : (own ?? language);
  const clocked = own ?? (language === "en" ? deviceLanguages.find(isLocale) : undefined) ?? base;
  return {
    language,
    locale: withDigits(base, language, choices.digits),
    hour12: choices.clock === "auto" ? is12Hours(clocked) : choices.clock === "12",
  };
}

function isLocale(tag: string): boolean {
  if (tag.toLowerCase() in ENGLISH_HOURS) return true;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false; // Not a tag at all.
  }
}

function withDigits(base: string, language: Language, digits: Choices["digits"]): string {
  const own = LANGUAGES.find((entry) => entry.language === language)?.digits;
  if (digits === "auto" || !own) return base;
  return new Intl.Locale(base, { numberingSystem: digits === "own" ? own : "latn" }).toString();
}

/** Where English is read, and how its clocks are: known, because an engine's first format is dear. */
const ENGLISH_HOURS: Readonly<Record<string, boolean>> = {
  // "en-US" is what a browser says that nobody has set up, anywhere in the world. It tells nothing of how its
  // reader reads a clock, and programmes are read, printed and called out in 24 hours: the choice is a tap away.
  ...{ en: false, "en-us": false },
  ...{ "en-gb": false, "en-ie": false, "en-za": false },
  ...{ "en-in": true, "en-au": true, "en-nz": true, "en-ca": true },
};

function is12Hours(locale: string): boolean {
  const known = ENGLISH_HOURS[locale.toLowerCase()];
  if (known !== undefined) return known;
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return hourCycle === "h12" || hourCycle === "h11";
}
