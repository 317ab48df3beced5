import type { Session } from "./session";
import { MINUTE } from "./time";

/** What calls a label a label: "SESSION TYPE: ", "Track - ". */
const PREFIX =
  /^(?:(?:session|talk|submission|event|content)\s+)?(?:type|format|track|category|level|topic)s?\s*[:–-]\s*/i;
const MINUTES = /\b(\d+)[\s-]*min(?:ute)?s?\b\.?/gi;
const LENGTH = /^(\d+) min\b\s*(.*)$/;

/** Names that are written in capitals also where nothing else is. */
const CAPITALS = new Set(
  "AI API APIS AR AWS BOF CI CD CLI CPU CSS CTO DB DNS FAQ GPU GUI HCI HTML HTTP IDE IOT IT JS JSON LLM LLMS ML NLP OS OSS PHP QA R SDK SEO SQL SRE SSH TLS TV UI UK USA UX VM VR WASM XML YAML".split(
    " ",
  ),
);

/** A category as people say it: "SESSION TYPE: 10 MINS TALK" is a "10 min talk". Empty where nothing is left. */
export function tidyCategory(category: string): string {
  const plain = category.trim().replace(/\s+/g, " ");
  const label = plain.replace(PREFIX, "") || plain;
  return quietened(label).replace(MINUTES, "$1 min");
}

/** What is shouted becomes a sentence; what is a name in capitals, or not all in capitals, stays. */
function quietened(label: string): string {
  if (/\p{Ll}/u.test(label) || !/\p{Lu}/u.test(label)) return label;
  const words = label.split(" ");
  // One short word alone is far more often an acronym than a shout.
  if (words.length === 1 && label.length <= 4) return label;
  const said = words.map((word) =>
    CAPITALS.has(word.replace(/[^\p{L}]/gu, "")) ? word : word.toLowerCase(),
  );
  const [first = ""] = said;
  return [first.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()), ...said.slice(1)].join(" ");
}

type Labelled = Pick<Session, "categories" | "startsAt" | "endsAt">;

// Asked for at each keystroke of a search, for every session found.
const known = new WeakMap<Labelled, readonly string[]>();

/**
 * The categories of a session, tidied, each once. Of several that differ in their minutes alone ("30 min talk"
 * and "10 min talk") the one that is nearest to the session's true length stays: a session has one.
 */
export function categoriesOf(session: Labelled): readonly string[] {
  const labels = known.get(session) ?? labelsOf(session);
  known.set(session, labels);
  return labels;
}

function labelsOf(session: Labelled): readonly string[] {
  const minutes = (session.endsAt - session.startsAt) / MINUTE;
  const kept = new Map<string, { readonly label: string; readonly off: number }>();
  for (const label of session.categories.map(tidyCategory)) {
    const [, length, rest = ""] = LENGTH.exec(label) ?? [];
    const key = categoryKey(length ? `min ${rest}` : label);
    const off = length && minutes > 0 ? Math.abs(Number(length) - minutes) : 0;
    const other = kept.get(key);
    if (label && (!other || off < other.off)) kept.set(key, { label, off });
  }
  return [...kept.values()].map(({ label }) => label);
}

/** What two spellings of one category have in common. */
export function categoryKey(label: string): string {
  return label.toLowerCase();
}
