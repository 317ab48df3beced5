import type { Session } from "./session";
import { HOUR } from "./time";

/** As much of a conference as tells whether one entry stands for all of it. */
interface Named {
  readonly name: string;
  readonly sessions: readonly Pick<Session, "id" | "title" | "startsAt" | "endsAt" | "allDay">[];
}

/** No session of a programme takes as long as this. */
const LONG = 20 * HOUR;

/** True where one entry stands for the whole conference: it bears its name, or takes a day and more. */
export function isPlaceholder({ name, sessions }: Named): boolean {
  const [only, ...others] = sessions;
  if (!only || others.length > 0) return false;
  const { title, allDay, startsAt, endsAt } = only;
  return allDay || endsAt - startsAt >= LONG || sameText(title) === sameText(name);
}

/** Texts that are equal for a reader: whatever their spaces and capitals. */
export const sameText = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();
