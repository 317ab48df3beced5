import { changeWords } from "../domain/change-words";
import type { Conference } from "../domain/conference";
import { keptSessions } from "../domain/same-session";
import type { Session } from "../domain/session";
import { type Edition, succeed } from "../domain/succession";

/** Fields that are no reason for an attendee to be told, and are a change all the same. */
const FIELDS: Partial<Readonly<Record<keyof Session, string>>> = {
  alarms: "Other reminder times",
  alarmsDismissed: "Other reminder times",
  categories: "Other categories",
  url: "Another link",
  status: "Another status",
};

const HEAD: Partial<Readonly<Record<keyof Conference, string>>> = {
  name: "Another name",
  description: "Another description",
  timeZone: "Another time zone",
  dayStartHour: "Another hour at which a day begins",
  refreshEvery: "Another pause between refreshes",
};

/**
 * What differs between two states of a conference, a sentence each, as for somebody who has starred everything;
 * then what no attendee is told of, such as other alarms. Never empty where the states differ. Times in the
 * conference's zone; `now` in epoch milliseconds.
 */
export function changedLines(before: Edition, after: Edition, now: number): readonly string[] {
  const starred = new Set(before.conference.sessions.map(({ id }) => id));
  const { changes } = succeed(before, after, { starred, spokenOf: new Set() }, now);
  const told = changes.map((change) => {
    const words = changeWords(change, after.conference).join("; ");
    return `“${change.title}”: ${words}`;
  });
  const lines = [...told, ...untold(before, after, new Set(changes.map(({ sessionId }) => sessionId)))];
  return lines.length > 0 ? lines : ["Links or places of sessions"];
}

function untold(before: Edition, after: Edition, told: ReadonlySet<string>): readonly string[] {
  const [old, now] = [before.conference, after.conference];
  const head = Object.entries(HEAD).flatMap(([field, words]) =>
    old[field as keyof Conference] === now[field as keyof Conference] ? [] : [`The conference: ${words}`],
  );
  const known = new Map(old.sessions.map((session) => [session.id, session]));
  const rest = now.sessions.flatMap((session) => {
    const twin = known.get(session.id);
    if (!twin || told.has(session.id) || keptSessions([twin], [session])[0] === twin) return [];
    const words = Object.entries(FIELDS).flatMap(([field, said]) =>
      JSON.stringify(twin[field as keyof Session]) === JSON.stringify(session[field as keyof Session])
        ? []
        : [said],
    );
    return words.length > 0 ? [`“${session.title}”: ${[...new Set(words)].join("; ")}`] : [];
  });
  return [...head, ...rest];
}
