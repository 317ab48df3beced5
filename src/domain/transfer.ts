import type { Session } from "./session";
import { MINUTE } from "./time";
import { walkMinutes } from "./walk";

/** The way from one starred session to the next of the day. */
export interface Transfer {
  /** Two rooms of one venue, or two venues. */
  readonly between: "rooms" | "venues";
  readonly from: string;
  readonly to: string;
  /** From the end of the one to the start of the other. */
  readonly minutes: number;
  /** Estimated minutes on foot; null where the places are not known, or are one. */
  readonly walk: number | null;
}

/** A longer gap than this, in minutes, leaves time to change rooms without a word about it. */
export const TIGHT = 30;

/** Two places of one venue may carry coordinates that differ by a few steps. */
const SAME_PLACE = 1;

/** The way between two sessions; null where there is none, where they overlap, or where time is ample. */
export function transferBetween(before: Session, session: Session): Transfer | null {
  const minutes = Math.round((session.startsAt - before.endsAt) / MINUTE);
  const walk = before.geo && session.geo ? walkMinutes(before.geo, session.geo) : null;
  const isWalk = walk !== null && walk > SAME_PLACE;
  if (minutes < 0 || (minutes > TIGHT && !isWalk)) return null;
  if (before.venue && session.venue && before.venue !== session.venue)
    return { between: "venues", from: before.venue, to: session.venue, minutes, walk: isWalk ? walk : null };
  if (!before.room || !session.room || before.room === session.room) return null;
  return { between: "rooms", from: before.room, to: session.room, minutes, walk: isWalk ? walk : null };
}
