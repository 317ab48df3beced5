import type { ReportLine } from "../domain/conference";

/** Beyond this a list helps nobody, and a hostile file could fill the disk with it. */
const MOST_LINES = 500;

/** Adds to the report on one event. */
export type Say = (level: ReportLine["level"], reason: string) => void;

export interface FeedReport {
  readonly add: (level: ReportLine["level"], where: string, reason: string) => void;
  readonly lines: () => readonly ReportLine[];
}

/** Collects what could not be taken as it stood; equal lines once (but each skipped event), at most 500 and a count of the rest. */
export function openReport(first: readonly ReportLine[] = []): FeedReport {
  const lines = [...first];
  const seen = new Set<string>();
  let more = 0;
  return {
    add(level, where, reason) {
      const key = `${level}\n${where}\n${reason}`;
      if (seen.has(key) && level !== "skipped") return;
      if (lines.length >= MOST_LINES) {
        more++;
        return;
      }
      seen.add(key);
      lines.push({ level, where, reason });
    },
    lines: () =>
      more === 0
        ? lines
        : [...lines, { level: "note", where: "the file", reason: `And ${more} more like these.` }],
  };
}
