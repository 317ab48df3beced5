import { fireAtOf } from "../domain/alarm";
import { type Conference, daysOf } from "../domain/conference";
import { alarmsUnder, leadWords } from "../domain/lead";
import { clockTime, dayName } from "../domain/say-time";
import { isBreak, type Session, sessionCount } from "../domain/session";
import { findingCounts, findingsPage, plain, wrapped } from "./doctor/findings-page";
import type { Judgement } from "./doctor/judge-schedule";
import { listWords } from "./doctor/words";

const FIRST_SESSIONS = 5;
const MOST_DAYS = 10;
const MOST_ROOMS = 12;
const MOST_LEADS = 3;

/** A feed as an organiser reads it on a terminal: what attendees will see, and what is wrong and where. */
export function feedPage(path: string, judged: Judgement): string {
  const lines = judged.ok
    ? [...aboutFeed(judged.conference, findingCounts(judged.findings)), ...findingsPage(judged.findings)]
    : ["", ...wrapped(`  Cannot be used: ${judged.reason}`, "  ", ""), ...findingsPage(unsaid(judged))];
  return `${[path, ...lines].map(plain).join("\n")}\n`;
}

/** That it cannot be used stands above already. */
const unsaid = ({ findings }: Judgement) => findings.filter(({ code }) => code !== "unusable");

function aboutFeed(conference: Conference, counts: string | null): readonly string[] {
  const { name, timeZone, sessions } = conference;
  const rooms = [...new Set(sessions.flatMap(({ room }) => room ?? []))].sort();
  const days = [...daysOf(conference)];
  const alarms = sessions.filter((session) => session.alarms.length > 0).length;
  const named = rooms.length === 0 ? "none named" : someOf(rooms, MOST_ROOMS).join(" · ");
  return [
    "",
    ...wrapped(`  ${name}`, "  ", ""),
    `  Can be used: ${counts ?? "nothing to complain of"}.`,
    "",
    `  ${sessionCount(sessions.length)}, ${alarms} with an alarm; all times in ${timeZone}`,
    ...someOf(
      days.map(([day, held]) => `  ${dayWords(day, held, timeZone)}`),
      MOST_DAYS,
      "  ",
    ),
    ...wrapped(`  Rooms: ${named}`, "    ", ""),
    ...wrapped(`  Reminders: ${reminderWords(sessions)}`, "    ", ""),
    "",
    "  What attendees see first:",
    ...sessions
      .slice(0, FIRST_SESSIONS)
      .flatMap((session) => wrapped(`    ${rowOf(session, timeZone)}`, "      ", "")),
  ];
}

function dayWords(day: string, held: readonly Session[], timeZone: string): string {
  const words = `${dayName(day)} ${day.slice(0, 4)}: ${sessionCount(held.length)}`;
  const timed = held.filter(({ allDay }) => !allDay);
  if (timed.length === 0) return words;
  const from = Math.min(...timed.map(({ startsAt }) => startsAt));
  const to = timed.reduce((last, { endsAt }) => Math.max(last, endsAt), from);
  return `${words}, ${clockTime(from, timeZone)}–${clockTime(to, timeZone)}`;
}

/** When the app reminds of these sessions where attendees choose nothing else, the commonest first. */
function reminderWords(sessions: readonly Session[]): string {
  const counts = new Map<string, number>();
  for (const session of sessions) {
    const times = alarmsUnder(session, "feed").map((alarm) => fireAtOf(alarm, session));
    const words = times.length === 0 ? "none" : leadWords(Math.min(...times), session.startsAt);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  if (sorted.length === 1) return sorted[0]?.[0] ?? "";
  const shown = sorted.slice(0, MOST_LEADS).map(([words, count]) => `${words} (${sessionCount(count)})`);
  return listWords(sorted.length > MOST_LEADS ? [...shown, "other times"] : shown);
}

function rowOf(session: Session, timeZone: string): string {
  const { allDay, startsAt, endsAt, title, room, kind, status } = session;
  const time = allDay ? "all day" : `${clockTime(startsAt, timeZone)}–${clockTime(endsAt, timeZone)}`;
  const marks = [
    room,
    isBreak(session) || kind !== "talk" ? kind : null,
    status === "CANCELLED" ? "cancelled" : null,
  ];
  return [time, title, ...marks.filter((mark) => mark !== null)].join(" · ");
}

function someOf(texts: readonly string[], most: number, indent = ""): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most), `${indent}and ${texts.length - most} more`];
}
