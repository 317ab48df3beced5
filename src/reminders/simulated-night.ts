import { HOUR, MINUTE } from "../domain/time";

/** Some hours in a place whose clocks are changed, with what a clock on the wall there shows. */
export interface Night {
  readonly timeZone: string;
  /** The instant at which a life begins. */
  readonly begins: number;
  /** "02:15" at an instant: by plain arithmetic, so that it can judge what the platform's tables say. */
  readonly wallAt: (instant: number) => string;
}

/** "02:15", that many minutes ahead of Greenwich. */
export function wallAhead(instant: number, minutesAhead: number): string {
  return new Date(instant + minutesAhead * MINUTE).toISOString().slice(11, 16);
}

function nightOf(timeZone: string, changes: string, before: number, after: number): Night {
  const change = Date.parse(changes);
  return {
    timeZone,
    begins: change - HOUR,
    wallAt: (instant) => wallAhead(instant, instant < change ? before : after),
  };
}

/** Forward by an hour, back by an hour, back by half an hour; the change is an hour after the beginning. */
export const NIGHTS: readonly Night[] = [
  nightOf("Europe/Oslo", "2030-03-31T01:00:00Z", 60, 120),
  nightOf("America/New_York", "2030-11-03T06:00:00Z", -240, -300),
  nightOf("Australia/Lord_Howe", "2030-04-06T15:00:00Z", 660, 630),
];
