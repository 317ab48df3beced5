import { appTime, type Clock } from "../domain/clock";
import type { Reminder } from "../domain/reminder";
import { bareSession, type Session } from "../domain/session";
import { t } from "../domain/speech";
import type { SelfTest } from "../store/settings";

/** Stands for a session in the reminder that is only a test. */
export const TEST_SESSION = "trackside:test";

/** The session that a test pretends, beginning at `at` (app's time). */
export function testSession(at: number): Session {
  return bareSession({ id: TEST_SESSION, title: t("Test reminder"), startsAt: at, endsAt: at });
}

/** The reminder of a test: it goes the way of all others, claim, card and late rule. Null in another run. */
export function testReminder(test: SelfTest | null, clock: Clock): Reminder | null {
  if (!test || test.run !== clock.run) return null;
  const at = appTime(clock, test.dueAt);
  return { id: `${TEST_SESSION}@${at}`, fireAt: at, session: testSession(at) };
}
