import { appTime } from "../../domain/clock";
import { newPocketTest, type PocketDue, type PocketTest, SHOWN_WITHIN } from "../../domain/pocket-test";
import { SECOND } from "../../domain/time";
import { permission } from "../../reminders/permission";
import { TEST_SESSION } from "../../reminders/self-test";
import { deviceNow, readClock } from "../../store/clock";
import type { Db } from "../../store/db";
import { readDeliveries } from "../../store/deliveries";
import { readSetting, writeSetting } from "../../store/settings";

/** How often a test looks whether its notification has been shown, and whether it is its own test that rings. */
const LOOK = 2 * SECOND;

/** Until the end of the test before is kept: begun at once after it, the next one would take it for one that goes on. */
let left: Promise<unknown> = Promise.resolve();

/** A test of pocket mode that goes on. */
export interface Measure {
  /** When it chimes: device time. */
  readonly dues: readonly number[];
  /** A chime began, `late` milliseconds after its time. */
  readonly chimed: (dueAt: number, late: number) => void;
  /** Called again and again: whether all has been measured, or another test or clock has taken the place of this. */
  readonly look: () => "going" | "done" | "crossed";
  /** Keeps how it ended; null: the device has not failed, and what was known before is known still. */
  readonly end: (how: "done" | "paused" | "broken" | null) => Promise<void>;
}

/**
 * Begins a test: one reminder after the other, each in the way of all reminders, by its chime and by its
 * notification. All of it is kept as it comes: the page may be gone before the end.
 */
export function openMeasure(db: Db, here: Pick<PocketTest, "code" | "browser">): Measure {
  let test = newPocketTest({
    startedAt: deviceNow(),
    ...here,
    cards: permission() === "granted",
  });
  const before = left.then(() => readSetting(db, "pocketTest"));
  let writing: Promise<unknown> = before;
  const keep = (value: PocketTest | null) => {
    writing = writing.then(() => writeSetting(db, "pocketTest", value)).catch(reportError);
  };
  const mark = (index: number, marks: Partial<PocketDue>) => {
    test = { ...test, dues: test.dues.map((due, at) => (at === index ? { ...due, ...marks } : due)) };
    keep(test);
  };

  /** The app has been in sight since the last chime: phones let it go on for a while then. */
  let wasSeen = false;
  const onVisibility = () => {
    if (document.visibilityState === "visible") wasSeen = true;
  };
  document.addEventListener("visibilitychange", onVisibility);

  /** The reminder that is asked for at present; the bell knows of one test at a time. */
  let current = -1;
  /** The last one that the store was given. */
  let asked = -1;
  let isCrossed = false;
  let lookedAt = 0;
  const ask = async () => {
    current += 1;
    const due = test.dues[current];
    if (!due) return;
    const index = current;
    const { run } = await readClock(db);
    if (index !== current) return; // Ended meanwhile.
    try {
      await writeSetting(db, "selfTest", { dueAt: due.dueAt, run, locked: false });
    } finally {
      asked = index;
    }
  };
  /** Nothing of this test rings any more; another one that was asked for does. */
  const unask = async () => {
    const kept = await readSetting(db, "selfTest");
    if (test.dues.some(({ dueAt }) => dueAt === kept?.dueAt)) await writeSetting(db, "selfTest", null);
  };
  const lookFor = async ({ dueAt }: PocketDue, index: number) => {
    const clock = await readClock(db);
    const kept = await readSetting(db, "selfTest");
    if (index !== current) return;
    isCrossed = kept?.dueAt !== dueAt || kept.run !== clock.run;
    if (isCrossed || deviceNow() < dueAt) return;
    const rows = await readDeliveries(db, clock.run);
    const row = rows.get(`${TEST_SESSION}@${appTime(clock, dueAt)}`);
    const shown = row?.shownAs === "notification" ? row.lateness : null;
    if (index !== current) return;
    if (shown !== null) mark(index, { shown });
    if (shown !== null || deviceNow() > dueAt + SHOWN_WITHIN) await ask();
  };
  const endAs = async (how: PocketTest["end"]) => {
    current = test.dues.length;
    document.removeEventListener("visibilitychange", onVisibility);
    if (how !== "done") await unask();
    if (how === null) {
      keep(await before);
    } else {
      test = { ...test, end: how };
      keep(test);
    }
    await writing;
  };
  keep(test);
  void ask().catch(reportError);

  return {
    dues: test.dues.map(({ dueAt }) => dueAt),
    chimed: (dueAt, late) => {
      const index = test.dues.findIndex((due) => due.dueAt === dueAt);
      if (index < 0) return;
      mark(index, { heard: late, hidden: document.visibilityState === "hidden" && !wasSeen });
      wasSeen = false;
    },
    look: () => {
      const due = test.dues[current];
      const now = deviceNow();
      if (due && asked === current && Math.abs(now - lookedAt) > LOOK) {
        lookedAt = now;
        void lookFor(due, current).catch(reportError);
      }
      if (isCrossed) return "crossed";
      return current >= test.dues.length ? "done" : "going";
    },
    end: (how) => {
      const ended = endAs(how);
      left = ended.catch(() => undefined);
      return ended;
    },
  };
}
