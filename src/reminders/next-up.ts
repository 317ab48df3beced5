import { todayOf } from "../domain/conference";
import { type Card, nextUpCard } from "./card";
import { closeCard, showCard } from "./cards";
import type { RingState } from "./ring";
import { TEST_SESSION } from "./self-test";

/** The card of what comes next today, for the screen of a phone whose app is being left; null where nothing does. */
export function nextUpOf(state: RingState): Card | null {
  const { asked, coming, conference, now } = state;
  const [next, ...rest] = coming.filter(
    ({ session }) => session.id !== TEST_SESSION && session.startsAt > now,
  );
  if (!asked.wishes.nextUp || !next || next.session.day !== todayOf(conference, now)) return null;
  const also = rest.filter(({ session }) => session.startsAt === next.session.startsAt);
  const others = new Set(also.map(({ session }) => session.id));
  others.delete(next.session.id);
  return nextUpCard(next, others.size, state);
}

/** Puts that card up, unless a window of the app is in sight by then. */
export async function showNextUp(
  registration: ServiceWorkerRegistration,
  state: RingState,
  inSight: () => Promise<boolean>,
): Promise<void> {
  const card = nextUpOf(state);
  if (!card || (await inSight())) return;
  await showCard(registration, card);
  // Who is back before the card has come has looked through the cards before it was there.
  if (await inSight()) await closeCard(registration, card.tag);
}
