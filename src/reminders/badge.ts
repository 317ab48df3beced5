import { isRehearsal } from "../domain/clock";
import { todayOf } from "../domain/conference";

import type { RingState } from "./ring";

/** How many starred sessions of the app's today have yet to begin. */
export function leftToday({ asked, conference, now }: Omit<BadgeState, "clock">): number {
  const today = todayOf(conference, now);
  const starred = new Set(asked.stars.map(({ sessionId }) => sessionId));
  return conference.sessions.filter(
    ({ id, day, startsAt, status }) =>
      day === today && startsAt > now && status !== "CANCELLED" && starred.has(id),
  ).length;
}

type BadgeState = Pick<RingState, "asked" | "conference" | "now" | "clock">;

let shown: number | undefined;

/** Puts the number of starred sessions that are left today on the app's icon, where the platform shows one. */
export async function showBadge(state: BadgeState): Promise<void> {
  // Nothing on the home screen says that a rehearsal runs.
  if (isRehearsal(state.clock)) return;
  const left = leftToday(state);
  if (left === shown || !("setAppBadge" in navigator)) return;
  shown = left;
  await (left > 0 ? navigator.setAppBadge(left) : navigator.clearAppBadge()).catch(() => undefined);
}
