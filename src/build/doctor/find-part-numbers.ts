import type { Session } from "../../domain/session";
import { type Examined, isOn, placeOf } from "./examined";
import { type Finding, finding } from "./finding";

const NUMBER = /[\s([–—-]*\bpart\s+(\d{1,2})(?:\s*(?:of|\/)\s*(\d{1,2}))?\b[\s)\]:.–—-]*/i;

interface Numbered {
  readonly session: Session;
  readonly number: number;
  readonly of: number | null;
}

/** Titles that number their parts themselves ("… (part 2 of 3)") in a way that cannot be. */
export function findPartNumbers(feed: Examined): readonly Finding[] {
  const groups = new Map<string, Numbered[]>();
  for (const session of feed.conference.sessions) {
    if (!isOn(session)) continue;
    const found = NUMBER.exec(session.title);
    if (!found) continue;
    const numbered = { session, number: Number(found[1]), of: found[2] ? Number(found[2]) : null };
    const base = session.title.replace(NUMBER, " ").trim().toLowerCase();
    const group = groups.get(base);
    if (group) group.push(numbered);
    else groups.set(base, [numbered]);
  }
  return [...groups.values()].flatMap((group) => {
    const wrong = tooHigh(group) ?? outOfTurn(group);
    return wrong ? [finding("parts-contradict", placeOf(feed, wrong.session), wrong.reason)] : [];
  });
}

interface Wrong {
  readonly session: Session;
  readonly reason: string;
}

function tooHigh(group: readonly Numbered[]): Wrong | null {
  const high = group.find(({ number, of }) => of !== null && number > of);
  if (high) return { session: high.session, reason: `It is part ${high.number} of ${high.of}.` };
  const [first] = group;
  const other = group.find(({ of }) => of !== null && first?.of !== null && of !== first?.of);
  if (!other || !first) return null;
  return {
    session: other.session,
    reason: `It says “of ${other.of}”, another part of it “of ${first.of}”.`,
  };
}

/** Only where each number is there once: what is given again has each of them more often. */
function outOfTurn(group: readonly Numbered[]): Wrong | null {
  if (new Set(group.map(({ number }) => number)).size < group.length) return null;
  const index = group.findIndex(({ number }, at) => at > 0 && number < (group[at - 1]?.number ?? 0));
  const [before, late] = [group[index - 1], group[index]];
  if (!before || !late || before.session.startsAt === late.session.startsAt) return null;
  return { session: late.session, reason: `Part ${late.number} begins after part ${before.number}.` };
}
