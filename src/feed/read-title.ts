import type { Kind } from "../domain/session";

interface Title {
  readonly title: string;
  readonly kind: Kind;
  readonly sponsored: boolean;
}

const PREFIX = /^(sponsored\s+)?(keynote|talk|workshop)\s*:\s*(?=\S)|^(bof|birds of a feather)\s*:\s*(?=\S)/i;

const MEAL = "lunch|dinner|breakfast|brunch|supper|coffee|tea|high tea|snacks?|refreshments?";
const WHEN = "short|long|morning|mid-morning|noon|midday|afternoon|evening|night";
const BREAK = new RegExp(
  `^(?:(?:${WHEN}) )?(?:(?:${MEAL}|networking|stretch)(?: break)?|break)(?: time)?$`,
  "i",
);
const CHECK_IN =
  /^(?:(?:attendee|participant|conference) )?(?:check-?in|check in|registrations?)(?: desk)?(?: opens?)?$/i;
/** "Coffee & registration" is two of these names. */
const AND = /\s*(?:[&+/,]|\band\b)\s*/i;

/** SUMMARY without the prefix that says what sort of session it is; breaks go by their whole name. */
export function readTitle(summary: string): Title {
  const whole = summary.replace(/\s*\n\s*/g, " ").trim();
  const prefix = PREFIX.exec(whole);
  if (!prefix) return { title: whole, kind: kindByName(whole), sponsored: false };
  return {
    title: whole.slice(prefix[0].length),
    kind: prefix[3] ? "bof" : ((prefix[2] as string).toLowerCase() as Kind),
    sponsored: prefix[1] !== undefined,
  };
}

function kindByName(name: string): Kind {
  const pieces = name.replace(/[.!]+$/, "").split(AND);
  if (pieces.every((piece) => CHECK_IN.test(piece) || BREAK.test(piece))) {
    return pieces.some((piece) => CHECK_IN.test(piece)) ? "check-in" : "break";
  }
  return "talk";
}
