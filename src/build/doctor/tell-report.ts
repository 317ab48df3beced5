import type { ReportLine } from "../../domain/conference";
import type { Examined } from "./examined";
import { linesOfReport } from "./find-lines";
import { type Finding, finding } from "./finding";
import type { Code } from "./finding-words";

/** What a rule of the doctor tells better. */
const TOLD_ELSEWHERE =
  /^(?:It has no (?:end|title)\.|It is cut off before its end\.|It names no time zone; its times are shown in UTC\.)$/;
const TAKEN_BACK = /^Each of its repetitions is taken back\.$/;

/** What the app's reader could not take as it stood, each with its line where that can be found. */
export function tellReport(
  feed: Pick<Examined, "report" | "events" | "eventOf"> &
    Partial<Pick<Examined, "conference" | "asksTimeZone">>,
): readonly Finding[] {
  const { report, events, eventOf, conference } = feed;
  const lineOf = linesOfReport(events, new Set(eventOf.values()));
  const endless = new Set(
    conference?.sessions
      .filter((one) => !one.allDay && one.startsAt === one.endsAt)
      .map(({ title }) => title),
  );
  return report.flatMap((line) => {
    const { where, reason } = line;
    if (TOLD_ELSEWHERE.test(reason)) return [];
    if (feed.asksTimeZone && where === "times without a zone") return [];
    if (/^Its (?:end|duration) /.test(reason) && line.level === "dropped" && endless.has(where)) return [];
    return [finding(codeOf(line), { line: lineOf(line), where }, reason)];
  });
}

function codeOf({ level, where, reason }: ReportLine): Code {
  switch (level) {
    case "skipped":
      return TAKEN_BACK.test(reason) ? "reader-note" : "not-shown";
    case "dropped":
      return "detail-dropped";
    case "guessed":
      return /zone/i.test(where + reason) ? "zone-guessed" : "guessed";
    case "note":
      return "reader-note";
  }
}
