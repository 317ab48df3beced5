import { type Code, FINDINGS } from "./finding-words";

/** `error`: attendees would miss something, or not see it. `warning`: they would be misled. `note`: good to know. */
export type Level = "error" | "warning" | "note";

/** One thing that an organiser should know of a feed. */
export interface Finding {
  readonly level: Level;
  /** What sort of finding it is: stable, for programs. */
  readonly code: Code;
  /** The line of the feed's file as an editor counts them, from 1: mostly where its event begins. Null where none is meant. */
  readonly line: number | null;
  /** The session's title, or what else of the feed it is about. */
  readonly where: string;
  /** What is so, in one sentence. */
  readonly reason: string;
  /** What it means, and what to do, in one sentence. */
  readonly advice: string;
}

/** What a finding is about: a session or an event of the file by its line, or something else by its name. */
export interface Place {
  readonly line: number | null;
  readonly where: string;
}

export const finding = (code: Code, { line, where }: Place, reason: string): Finding => {
  const { level, advice } = FINDINGS[code];
  return { level, code, line, where, reason, advice };
};

/** For what no line of the file says. */
export const THE_FEED: Place = { line: null, where: "the feed" };
