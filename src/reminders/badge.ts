import { isRehearsal } from "../domain/clock";
import { todayOf } from "../domain/conference";
import type { Kept } from "../store/kept";
import type { RingState } from "./ring";

/** How many starred sessions of the app's today have yet to begin, in all conferences on this device. */
export function leftToday({ kept, now }: Pick<RingState, "kept" | "now">): number {
  return kept.reduce((sum, one) => sum + leftOf(one, now), 0);
}

function leftOf({ asked, conference }: Kept, now: number): number {
  const today = todayOf(conference, now);
  const starred = new Set(asked.stars.map(({ sessionId }) => sessionId));
  return conference.sessions.filter(
    ({ id, day, startsAt, status }) =>
      day === today && startsAt > now && status !== "CANCELLED" && starred.has(id),
  ).length;
}

let shown: number | undefined;

/** Puts the number of starred sessions that are left today on the app's icon, where the platform shows one. */
export async function showBadge(state: Pick<RingState, "kept" | "now" | "clock">): Promise<void> {
  // Nothing on the home screen says that a rehearsal runs.
  if (isRehearsal(state.clock)) return;
  const left = leftToday(state);
  if (left === shown || !("setAppBadge" in navigator)) return;
  shown = left;
  await (left > 0 ? navigator.setAppBadge(left) : navigator.clearAppBadge()).catch(() => undefined);
}
