import { duration } from "../../domain/say-time";
import { isBreak, type Kind, type Session } from "../../domain/session";
import { MINUTE } from "../../domain/time";
import { type Examined, placeOf } from "./examined";
import { type Finding, finding } from "./finding";
import { listWords } from "./words";

const LEAD_IN = /^(?:session\s*)?(?:type|kind|format)\s*:\s*/i;
const LENGTH = /\b(\d{1,3})\s*-?\s*min(?:ute)?s?\b\.?/i;
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ["keynote", /^keynotes?$/i],
  ["talk", /^talks?$/i],
  ["workshop", /^(?:workshops?|tutorials?)$/i],
  ["bof", /^(?:bofs?|birds of a feather)$/i],
  ["break", /^breaks?$/i],
  ["check-in", /^(?:check-?in|registration)$/i],
];
const SPONSORED = /^sponsored(?: (?:talk|session))?s?$/i;

const quoted = (labels: readonly string[]): string => listWords(labels.map((label) => `“${label}”`));

/** Labels (CATEGORIES) that contradict each other, the title or the time; and labels of which the app makes nothing. */
export function findLabels(feed: Examined): readonly Finding[] {
  return feed.conference.sessions.flatMap((session) => {
    if (session.categories.length === 0) return [];
    const wrong = whatContradicts(session);
    if (wrong) return [finding("labels-contradict", placeOf(feed, session), wrong)];
    const unused = whatIsUnused(session);
    return unused ? [finding("label-not-used", placeOf(feed, session), unused)] : [];
  });
}

/** The kind that a label names, or null: "SESSION TYPE: 10 MINS TALK" names a talk, "Rust" none. */
function kindOf(label: string): Kind | null {
  const bare = label.replace(LEAD_IN, "").replace(LENGTH, "").trim();
  return KINDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

function whatContradicts(session: Session): string | null {
  return lengthsOf(session) ?? kindsOf(session);
}

function lengthsOf({ categories, startsAt, endsAt, part }: Session): string | null {
  const labels = categories.filter((label) => LENGTH.test(label));
  const minutes = [...new Set(labels.map((label) => Number(LENGTH.exec(label)?.[1])))];
  const lasts = endsAt - startsAt;
  const told = lasts === 0 ? "" : `; it lasts ${duration(lasts)}`;
  if (minutes.length > 1) return `It is labelled ${quoted(labels)}${told}.`;
  const [only] = minutes;
  if (only === undefined || part || lasts === 0 || lasts >= only * MINUTE) return null;
  return `It is labelled ${quoted(labels)}, but lasts ${duration(lasts)}.`;
}

function kindsOf({ categories, kind }: Session): string | null {
  const labels = categories.filter((label) => kindOf(label) !== null);
  const kinds = new Set(labels.map(kindOf));
  if (kinds.size === 0 || kinds.has(kind)) {
    // A keynote may well be called a talk.
    const others = [...kinds].filter((one) => one !== "talk");
    return others.length > 1 ? `It is labelled ${quoted(labels)}.` : null;
  }
  if (kind !== "talk") return `Its title makes it a ${WORDS[kind]}, but it is labelled ${quoted(labels)}.`;
  return kinds.size > 1 ? `It is labelled ${quoted(labels)}.` : null;
}

const WORDS: Readonly<Record<Kind, string>> = {
  keynote: "keynote",
  talk: "talk",
  workshop: "workshop",
  bof: "BoF",
  break: "break",
  "check-in": "check-in",
};

function whatIsUnused(session: Session): string | null {
  const { categories, kind, sponsored } = session;
  const labels = categories.filter((label) => {
    const named = kindOf(label);
    return named !== null && named !== kind;
  });
  if (kind === "talk" && labels.length > 0) return `It is labelled ${quoted(labels)}, and shown as a talk.`;
  const sponsor = categories.filter((label) => SPONSORED.test(label));
  if (sponsored || sponsor.length === 0 || isBreak(session)) return null;
  return `It is labelled ${quoted(sponsor)}, but not marked as sponsored.`;
}
