import { type Choices, directionOf, languageFor, speechFor } from "../../domain/choices";
import { type Catalogue, currentSpeech, type Language, speak } from "../../domain/speech";

/** The build makes of each file its words alone, in the order of the messages. */
const WORDS: Readonly<Record<Exclude<Language, "en">, () => Promise<{ readonly default: unknown }>>> = {
  hi: () => import("./hi.json"),
  kn: () => import("./kn.json"),
  ur: () => import("./ur.json"),
};

/** The translations of a language; null where they cannot be had. */
async function catalogueOf(language: Language): Promise<Catalogue | null> {
  if (language === "en") return {};
  try {
    const [{ messages }, words] = await Promise.all([import("virtual:messages"), WORDS[language]()]);
    const said = words.default as readonly string[];
    return Object.fromEntries(messages.map((message, index) => [message, said[index] ?? message]));
  } catch {
    return null;
  }
}

let asked = 0;

/**
 * Has the page speak as the attendee chose and the device is set; English where the translations cannot be
 * had. True where that is another speech than before: everything is to be drawn anew.
 */
export async function speakAs(choices: Choices): Promise<boolean> {
  const { languages } = navigator;
  asked += 1;
  const turn = asked;
  const catalogue = await catalogueOf(languageFor(choices.language, languages));
  // Chosen anew while the translations were on their way.
  if (turn !== asked) return false;
  const speech = speechFor(catalogue ? choices : { ...choices, language: "en" }, languages);
  const { language, locale, hour12 } = currentSpeech();
  if (language === speech.language && locale === speech.locale && hour12 === speech.hour12) return false;
  speak({ ...speech, catalogue: catalogue ?? {} });
  const page = document.documentElement;
  page.lang = speech.language;
  page.dir = directionOf(speech.language);
  page.dataset.hours = speech.hour12 ? "12" : "24";
  return true;
}
