import { appTime, type Clock } from "../domain/clock";
import type { Reminder } from "../domain/reminder";
import { bareSession } from "../domain/session";
import type { SelfTest } from "../store/settings";

/** Stands for a session in the reminder that is only a test. */
export const TEST_SESSION = "trackside:test";

/** The reminder of a test: it goes the way of all others, claim, card and late rule. Null in another run. */
export function testReminder(test: SelfTest | null, clock: Clock): Reminder | null {
  if (!test || test.run !== clock.run) return null;
  const at = appTime(clock, test.dueAt);
  return {
    id: `${TEST_SESSION}@${at}`,
    fireAt: at,
    session: bareSession({ id: TEST_SESSION, title: "Test reminder", startsAt: at, endsAt: at }),
  };
}
