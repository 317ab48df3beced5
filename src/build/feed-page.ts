import { daysOf, type ReportLine } from "../domain/conference";
import { clockTime, dayName } from "../domain/say-time";
import { isBreak, type Session, sessionCount } from "../domain/session";
import type { FeedResult } from "../feed/parse-feed";

const FIRST_SESSIONS = 5;
const MOST_DAYS = 14;
const MOST_ROOMS = 12;
const MOST_LINES = 20;

const LEVELS: Readonly<Record<ReportLine["level"], string>> = {
  skipped: "Left out",
  dropped: "Kept without a part of it",
  guessed: "Guessed",
  note: "Noted",
};

/** A feed as an organiser reads it on a terminal: what attendees will see, and what is wrong. */
export function feedPage(path: string, result: FeedResult): string {
  const lines = result.ok
    ? [...aboutFeed(result), ...reportLines(result.details.report)]
    : [`  Cannot be used: ${result.reason}`, ...reportLines(result.report)];
  return `${path}\n${lines.join("\n")}\n`;
}

function aboutFeed({
  conference,
  asksTimeZone,
  cutOff,
}: FeedResult & { readonly ok: true }): readonly string[] {
  const { name, timeZone, sessions } = conference;
  const rooms = [...new Set(sessions.flatMap(({ room }) => room ?? []))].sort();
  const days = [...daysOf(conference)];
  const alarms = sessions.filter((session) => session.alarms.length > 0).length;
  return [
    `  ${name}`,
    `  ${sessionCount(sessions.length)}, ${alarms} with an alarm; all times in ${timeZone}`,
    ...(asksTimeZone
      ? ["  No zone is named: attendees are asked, until timeZone in conference.json says it."]
      : []),
    ...(cutOff ? ["  The file is cut off: attendees who have an older copy keep it."] : []),
    `  Rooms: ${rooms.length === 0 ? "none named" : someOf(rooms, MOST_ROOMS).join(", ")}`,
    "",
    ...someOf(
      days.map(([day, held]) => `  ${dayName(day)} ${day.slice(0, 4)}: ${sessionCount(held.length)}`),
      MOST_DAYS,
    ),
    "",
    "  What attendees see first:",
    ...sessions.slice(0, FIRST_SESSIONS).map((session) => `    ${rowOf(session, timeZone)}`),
  ];
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

function reportLines(report: readonly ReportLine[]): readonly string[] {
  if (report.length === 0) return ["", "  Nothing to complain of."];
  return Object.entries(LEVELS).flatMap(([level, words]) => {
    const lines = report.filter((line) => line.level === level);
    if (lines.length === 0) return [];
    const told = lines.map(({ where, reason }) => `    ${where}: ${reason}`);
    return ["", `  ${words} (${lines.length}):`, ...someOf(told, MOST_LINES, "    ")];
  });
}

function someOf(texts: readonly string[], most: number, indent = ""): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most), `${indent}and ${texts.length - most} more`];
}
