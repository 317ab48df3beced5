import { todayOf } from "../domain/conference";
import type { Reminder } from "../domain/reminder";
import { type Card, nextUpCard } from "./card";
import { closeCard, showCard } from "./cards";
import { keptOf } from "./owed";
import type { RingState } from "./ring";
import { TEST_SESSION } from "./self-test";

/** The card of what comes next today, for the screen of a phone whose app is being left; null where nothing does. */
export function nextUpOf(state: RingState): Card | null {
  const { wishes, coming, kept, now } = state;
  const [next, ...rest] = coming.filter(
    ({ session }) => session.id !== TEST_SESSION && session.startsAt > now,
  );
  const conference = next && keptOf(kept, next)?.conference;
  if (!wishes.nextUp || !conference || next.session.day !== todayOf(conference, now)) return null;
  const also = rest.filter(({ session }) => session.startsAt === next.session.startsAt);
  const nameOf = ({ conference: key, session }: Reminder) => `${key}/${session.id}`;
  const others = new Set(also.map(nameOf));
  others.delete(nameOf(next));
  return nextUpCard(next, others.size, { ...state, timeZone: conference.timeZone });
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
