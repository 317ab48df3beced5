import { MINUTE, SECOND } from "./time";

/** One reminder of a test of pocket mode. Lateness is milliseconds of the device's clock, below zero where early. */
export interface PocketDue {
  /** Device time, epoch milliseconds. */
  readonly dueAt: number;
  /** How late the sound came to its chime; null while it has not. */
  readonly heard: number | null;
  /** How late the notification was shown; null while none was. */
  readonly shown: number | null;
  /** The app was out of sight as it chimed. */
  readonly hidden: boolean;
}

/** A test of pocket mode on this very device, as it is kept. */
export interface PocketTest {
  /** Device time, epoch milliseconds. */
  readonly startedAt: number;
  /** Which code of the app, in which browser. */
  readonly code: string;
  readonly browser: string;
  /** Notifications were allowed, so that each reminder had to show one. */
  readonly cards: boolean;
  readonly dues: readonly PocketDue[];
  /** How it ended; null while it goes on, or where nobody was left to say. */
  readonly end: "done" | "paused" | "broken" | null;
}

/** How long after the beginning of a test its reminders are due: over five minutes, and over several pieces of sound. */
const TEST_WAITS = [MINUTE, 3 * MINUTE, 5 * MINUTE];

/** A chime may be this far from its time. */
const IN_TIME = SECOND;
/** So late may a notification be, counted from its time; after that a test waits for it no longer. */
export const SHOWN_WITHIN = 10 * SECOND;
/** A test that says nothing for so long after its last reminder has nobody left to go on with it. */
const GIVEN_UP = MINUTE;

/** A test that begins now, `startedAt` by the device's clock. */
export function newPocketTest(
  about: Pick<PocketTest, "startedAt" | "code" | "browser" | "cards">,
): PocketTest {
  const dues = TEST_WAITS.map((wait) => ({
    dueAt: about.startedAt + wait,
    heard: null,
    shown: null,
    hidden: false,
  }));
  return { ...about, dues, end: null };
}

/** True where a reminder of a test chimed in time and, where it could, showed its notification. */
export function cameInTime({ heard, shown }: PocketDue, cards: boolean): boolean {
  const chimed = heard !== null && Math.abs(heard) <= IN_TIME;
  return chimed && (!cards || (shown !== null && shown <= SHOWN_WITHIN));
}

/** What a test has shown by `now` (device time): nothing about a pocket where the app was looked at meanwhile. */
export function verdictOfTest(test: PocketTest, now: number): "running" | "passed" | "failed" | "seen" {
  const last = test.dues.at(-1)?.dueAt ?? test.startedAt;
  if (test.end === null && now < last + GIVEN_UP) return "running";
  const isWhole = test.end === "done" && test.dues.every((due) => cameInTime(due, test.cards));
  if (!isWhole) return "failed";
  return test.dues.every(({ hidden }) => hidden) ? "passed" : "seen";
}

/** What is known of pocket mode on this device. */
export type PocketEvidence =
  | { readonly state: "untested" }
  /** Tested, with another version of app or browser. */
  | { readonly state: "stale" }
  | {
      readonly state: "passed" | "failed";
      /** Device time of the test, epoch milliseconds. */
      readonly at: number;
      readonly inTime: number;
      readonly count: number;
    };

/** What the last test proves for this code of the app in this browser, at `now` (device time). */
export function evidenceOf(
  test: PocketTest | null,
  here: Pick<PocketTest, "code" | "browser">,
  now: number,
): PocketEvidence {
  if (!test) return { state: "untested" };
  const verdict = verdictOfTest(test, now);
  if (verdict === "running" || verdict === "seen") return { state: "untested" };
  if (test.code !== here.code || test.browser !== here.browser) return { state: "stale" };
  const inTime = test.dues.filter((due) => cameInTime(due, test.cards)).length;
  return { state: verdict, at: test.startedAt, inTime, count: test.dues.length };
}
