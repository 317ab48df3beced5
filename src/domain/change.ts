import type { Details, Session } from "./session";

/** When a session is. Instants are epoch milliseconds. */
export type Slot = Pick<Session, "startsAt" | "endsAt" | "allDay">;

/** Where a session is. */
export type Place = Pick<Session, "room" | "venue">;

/** One thing that is no longer as it was. */
export type Aspect =
  | { readonly is: "new" | "cancelled" | "gone" | "back" | "details" }
  | { readonly is: "moved"; readonly from: Slot; readonly to: Slot }
  | { readonly is: "place"; readonly from: Place; readonly to: Place }
  | { readonly is: "retitled"; readonly from: string; readonly to: string };

/** What has changed about one session between two states of a conference. */
export interface Change {
  /** Its id in the later state; in the earlier one where it is gone. */
  readonly sessionId: string;
  readonly title: string;
  /** Weightiest first, never empty. */
  readonly aspects: readonly Aspect[];
}

/** A session with its long texts, where these are known. */
export interface Told {
  readonly session: Session;
  readonly details?: Details | undefined;
}

const isOff = ({ status }: Session) => status === "CANCELLED";

/**
 * What an attendee has to know about a session that was `before` and is now `after`; undefined where there was
 * or is none. Stamps, sequence numbers, alarms and other fields that no plan hangs on are no change. Both
 * undefined, or nothing to tell: null.
 */
export function changeBetween(before: Told | undefined, after: Told | undefined): Change | null {
  const session = after?.session ?? before?.session;
  if (!session) return null;
  const aspects = aspectsOf(before, after);
  return aspects.length === 0 ? null : { sessionId: session.id, title: session.title, aspects };
}

function aspectsOf(before: Told | undefined, after: Told | undefined): readonly Aspect[] {
  if (!after) return before && !isOff(before.session) ? [{ is: "gone" }] : [];
  if (!before) return isOff(after.session) ? [] : [{ is: "new" }];
  const [old, now] = [before.session, after.session];
  // What is off has no time or place that anybody could go by.
  if (isOff(now)) return isOff(old) ? [] : [{ is: "cancelled" }];
  const aspects: Aspect[] = isOff(old) ? [{ is: "back" }] : [];
  if (old.startsAt !== now.startsAt || old.endsAt !== now.endsAt || old.allDay !== now.allDay)
    aspects.push({ is: "moved", from: slotOf(old), to: slotOf(now) });
  if (old.room !== now.room || old.venue !== now.venue)
    aspects.push({ is: "place", from: placeOf(old), to: placeOf(now) });
  if (old.title !== now.title) aspects.push({ is: "retitled", from: old.title, to: now.title });
  if (isDescribedAnew(before, after)) aspects.push({ is: "details" });
  return aspects;
}

function isDescribedAnew({ details: before }: Told, { details: after }: Told): boolean {
  return before !== undefined && after !== undefined && before.description !== after.description;
}

const slotOf = ({ startsAt, endsAt, allDay }: Session): Slot => ({ startsAt, endsAt, allDay });
const placeOf = ({ room, venue }: Session): Place => ({ room, venue });
