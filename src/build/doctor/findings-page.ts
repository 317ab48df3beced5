import type { Finding, Level } from "./finding";
import { FINDINGS } from "./finding-words";
import { listWords } from "./words";

/** Columns of a terminal that a page may take. */
const WIDTH = 96;
const MOST_ROWS = 4;
const MOST_LINES = 4;
const MOST_TITLES = 4;
const LONGEST_TITLE = 60;

const LABELS: Readonly<Record<Level, string>> = { error: "ERROR", warning: "WARNING", note: "NOTE" };
const MARGIN = "           ";

/** "1 error, 2 warnings, 5 notes", by sorts of finding and not by sessions; null where there is none. */
export function findingCounts(findings: readonly Finding[]): string | null {
  if (findings.length === 0) return null;
  const sorts = groupsBy(findings, ({ code }) => code).map(([first]) => first?.level);
  return (["error", "warning", "note"] as const)
    .map((level) => [level, sorts.filter((one) => one === level).length] as const)
    .map(([level, count]) => `${count} ${level}${count === 1 ? "" : "s"}`)
    .join(", ");
}

/** Findings (in their order) as an organiser reads them: each sort once, with the lines where it is so. */
export function findingsPage(findings: readonly Finding[]): readonly string[] {
  const levels: readonly Level[] = ["error", "warning", "note"];
  const groups = groupsBy(findings, ({ code }) => code);
  return levels.flatMap((level) =>
    groups.filter(([first]) => first?.level === level).flatMap((group) => ["", ...groupPage(group)]),
  );
}

function groupPage(group: readonly Finding[]): readonly string[] {
  const [{ level, code, advice }] = group as [Finding];
  const head = `  ${LABELS[level].padEnd(MARGIN.length - 2)}${FINDINGS[code].headline(group.length)}.`;
  const reasons = groupsBy(group, ({ reason }) => reason);
  const shown = reasons.length > MOST_ROWS ? reasons.slice(0, MOST_ROWS - 1) : reasons;
  const rest = reasons.slice(shown.length).flat();
  return [
    ...wrapped(head, MARGIN, ""),
    ...shown.flatMap((row) => wrapped(`- ${rowWords(row)}`, `${MARGIN}  `, MARGIN)),
    ...(rest.length > 0
      ? wrapped(`- And ${rest.length} more: ${lineWords(rest)}.`, `${MARGIN}  `, MARGIN)
      : []),
    ...wrapped(`→ ${advice}`, `${MARGIN}  `, MARGIN),
  ];
}

/** All findings of one reason in a sentence. */
function rowWords(row: readonly Finding[]): string {
  const [{ where, reason }] = row as [Finding];
  const lines = lineWords(row);
  const titles = [...new Set(row.map((one) => one.where))];
  if (/^the (?:feed|file|calendar|address)$/.test(where) && titles.length === 1) return reason;
  // Of many the lines are enough: names of some would tell no more.
  const named = titles.length > MOST_TITLES ? "" : listWords(titles.map(nameWords));
  const about = [lines, named].filter((words) => words !== "").join(", ");
  return `${upper(about === "" ? `${titles.length} of them` : about)}: ${reason}`;
}

/** "line 40", "lines 40, 71 and 90", "lines 40, 71, 90 and 9 more"; empty where none is known. */
function lineWords(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.flatMap(({ line }) => line ?? []))].sort((a, b) => a - b);
  if (lines.length === 0) return "";
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines;
  const more = lines.length - shown.length;
  const words = listWords([...shown.map(String), ...(more > 0 ? [`${more} more`] : [])]);
  return `${lines.length === 1 ? "line" : "lines"} ${words}`;
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function nameWords(where: string): string {
  if (/^(?:zone "|event \d|times without)/.test(where)) return where;
  const letters = [...where];
  return `“${letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE - 1).join("")}…` : where}”`;
}

function groupsBy(findings: readonly Finding[], keyOf: (one: Finding) => string): readonly Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}

/** A text in lines of `WIDTH` columns, the first after `first`, the others after `next`; a longer word is left whole. */
export function wrapped(text: string, next: string, first: string): readonly string[] {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let line = first + indent;
  let isEmpty = true;
  for (const [word] of text.slice(indent.length).matchAll(/\S+\s*/g)) {
    if (!isEmpty && [...(line + word.trimEnd())].length > WIDTH) {
      lines.push(line.trimEnd());
      line = next;
    }
    line += word;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}

/** Without what would move a terminal's cursor, colour it, or turn the writing round. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant.
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ");
