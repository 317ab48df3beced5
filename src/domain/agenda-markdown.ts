import { type Conference, sessionOf } from "./conference";
import { daysOfThese } from "./days-of-these";
import { linkMarkdown, plainMarkdown, quotedMarkdown } from "./plain-markdown";
import { type Remarks, saidOf } from "./remarks";
import { clockTime, dayName } from "./say-time";
import { zoneWords } from "./say-zone";
import { cancelledWords, partWords, type Session } from "./session";
import { t } from "./speech";
import { visitWords } from "./visit";

/**
 * The agenda as a Markdown document (CommonMark), for whoever wants to keep it or go on writing: the starred
 * sessions and those with a note or a mark, by day, with the notes as quotations. Times are the conference's.
 */
export function agendaMarkdown(
  conference: Conference,
  starred: ReadonlySet<string>,
  remarks: Remarks,
): string {
  const { name, timeZone } = conference;
  const days = [...daysOfThese(conference, saidOf(starred, remarks))];
  const at = days[0]?.[1][0]?.startsAt;
  const blocks = [`# ${plainMarkdown(t("{name} agenda", { name }))}`];
  if (at !== undefined) blocks.push(plainMarkdown(zoneWords(at, timeZone)));
  for (const [day, sessions] of days) {
    blocks.push(`## ${plainMarkdown(dayName(day))}`);
    for (const session of sessions)
      blocks.push(...blocksOf(session, timeZone, starred.has(session.id), remarks));
  }
  // A note outlasts what is known of its session.
  const strays = [...remarks.notes].filter(([id, text]) => !sessionOf(conference, id) && text.trim() !== "");
  if (strays.length > 0) blocks.push(`## ${plainMarkdown(t("No longer in the schedule"))}`);
  for (const [id, text] of strays) blocks.push(`### ${plainMarkdown(id)}`, quotedMarkdown(text));
  return `${blocks.join("\n\n")}\n`;
}

function blocksOf(
  session: Session,
  timeZone: string,
  isStarred: boolean,
  { notes, visits }: Remarks,
): readonly string[] {
  const { id, title, room, url, status } = session;
  const visit = visits.get(id);
  const note = notes.get(id) ?? "";
  const words = [status === "CANCELLED" && cancelledWords(session), room, partWords(session)];
  const facts = [
    ...words.filter((fact) => fact !== false && fact !== null).map(plainMarkdown),
    ...(visit ? [plainMarkdown(visitWords(visit))] : []),
    ...(url ? [linkMarkdown(url)] : []),
  ];
  const head = [timeWords(session, timeZone), isStarred ? "★" : "", plainMarkdown(title)];
  return [
    `### ${head.filter(Boolean).join(" ")}`,
    ...(facts.length > 0 ? [facts.join(" · ")] : []),
    ...(note.trim() !== "" ? [quotedMarkdown(note)] : []),
  ];
}

function timeWords({ startsAt, endsAt, allDay }: Session, timeZone: string): string {
  if (allDay) return t("All day");
  const from = clockTime(startsAt, timeZone);
  return endsAt > startsAt ? `${from}–${clockTime(endsAt, timeZone)}` : from;
}
