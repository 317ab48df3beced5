import { doubtAbout } from "../domain/arrival";
import { isNextEdition } from "../domain/next-edition";
import { isSame } from "../domain/same-edition";
import { sessionCount } from "../domain/session";
import type { Edition } from "../domain/succession";
import type { FeedResult } from "../feed/parse-feed";
import { changedLines } from "./changed-lines";

/** What is to become of a feed that has arrived. */
export type Verdict =
  /** It must not take the place of what is deployed; `canForce`: unless the organiser says so. */
  | { readonly kind: "refused"; readonly reason: string; readonly canForce: boolean }
  /** Attendees would see no difference. */
  | { readonly kind: "unchanged" }
  | { readonly kind: "changed"; readonly lines: readonly string[] }
  /** There is nothing that it could be compared with. */
  | { readonly kind: "first" };

/**
 * Judges by the rules that the app has for a refresh: what cannot be used, is cut off, is another conference's or
 * has lost most of its sessions is refused, and fields are compared, never bytes. `deployed` is null where there
 * is no copy yet, or none that can be read; the next edition of one that is over is a change like any other; `now` in epoch milliseconds. What can be read may be forced.
 */
export function judgeArrival(
  deployed: Edition | null,
  arrived: FeedResult,
  now: number,
  isForced = false,
): Verdict {
  if (!arrived.ok) return { kind: "refused", reason: arrived.reason, canForce: false };
  if (arrived.cutOff && !isForced)
    return { kind: "refused", reason: "The schedule arrived cut off.", canForce: true };
  if (!deployed) return { kind: "first" };
  if (isSame(seenOf(deployed), seenOf(arrived))) return { kind: "unchanged" };
  if (isNextEdition(deployed.conference, arrived.conference, now)) {
    const { name, sessions } = arrived.conference;
    return { kind: "changed", lines: [`The next edition: ${name}, ${sessionCount(sessions.length)}.`] };
  }
  const reason = isForced ? null : doubtAbout(deployed.conference, arrived.conference, now);
  if (reason !== null) return { kind: "refused", reason, canForce: true };
  return { kind: "changed", lines: changedLines(deployed, arrived, now) };
}

/** A state without what no attendee sees: sequence numbers, and what the reader had to say of the file. */
function seenOf({ conference, details }: Edition): Edition {
  return {
    conference: {
      ...conference,
      sessions: conference.sessions.map((session) => ({ ...session, sequence: 0 })),
    },
    details: { sessions: details.sessions, report: [] },
  };
}
