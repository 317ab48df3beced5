import { appTime } from "../../domain/clock";
import { newPocketTest, type PocketDue, type PocketTest, SHOWN_WITHIN } from "../../domain/pocket-test";
import { SECOND } from "../../domain/time";
import { permission } from "../../reminders/permission";
import { TEST_SESSION } from "../../reminders/self-test";
import { deviceNow, readClock } from "../../store/clock";
import type { Db } from "../../store/db";
import { readDeliveries } from "../../store/deliveries";
import { readSetting, writeSetting } from "../../store/settings";

/** How often a test looks whether its notification has been shown. */
const LOOK = 2 * SECOND;

/** A test of pocket mode that goes on. */
export interface Measure {
  /** When it chimes: device time. */
  readonly dues: readonly number[];
  /** A chime began, `late` milliseconds after its time. */
  readonly chimed: (dueAt: number, late: number) => void;
  /** Called again and again; true once all has been measured. */
  readonly look: () => boolean;
  /** Keeps how it ended; null: the attendee has ended it, and what was known before is known still. */
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
  const before = readSetting(db, "pocketTest");
  let writing: Promise<unknown> = before;
  const keep = (value: PocketTest | null) => {
    writing = writing.then(() => writeSetting(db, "pocketTest", value)).catch(reportError);
  };
  const mark = (index: number, marks: Partial<PocketDue>) => {
    test = { ...test, dues: test.dues.map((due, at) => (at === index ? { ...due, ...marks } : due)) };
    keep(test);
  };

  /** The reminder that is asked for at present; the bell knows of one test at a time. */
  let current = -1;
  let lookedAt = 0;
  const ask = async () => {
    current += 1;
    const due = test.dues[current];
    if (!due) return;
    const { run } = await readClock(db);
    await writeSetting(db, "selfTest", { dueAt: due.dueAt, run, locked: false });
  };
  const lookFor = async ({ dueAt }: PocketDue, index: number) => {
    const clock = await readClock(db);
    const rows = await readDeliveries(db, clock.run);
    const row = rows.get(`${TEST_SESSION}@${appTime(clock, dueAt)}`);
    const shown = row?.shownAs === "notification" ? row.lateness : null;
    if (index !== current) return;
    if (shown !== null) mark(index, { shown });
    if (shown !== null || deviceNow() > dueAt + SHOWN_WITHIN) await ask();
  };
  keep(test);
  void ask().catch(reportError);

  return {
    dues: test.dues.map(({ dueAt }) => dueAt),
    chimed: (dueAt, late) => {
      const index = test.dues.findIndex((due) => due.dueAt === dueAt);
      if (index >= 0) mark(index, { heard: late, hidden: document.visibilityState === "hidden" });
    },
    look: () => {
      const due = test.dues[current];
      const now = deviceNow();
      if (due && now >= due.dueAt && now - lookedAt > LOOK) {
        lookedAt = now;
        void lookFor(due, current).catch(reportError);
      }
      return current >= test.dues.length;
    },
    end: async (how) => {
      current = test.dues.length;
      if (how === null) {
        keep(await before);
        await writeSetting(db, "selfTest", null);
      } else {
        test = { ...test, end: how };
        keep(test);
      }
      await writing;
    },
  };
}
