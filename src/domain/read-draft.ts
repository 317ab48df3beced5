import type { Conference } from "./conference";
import { draftOf, type EntryDraft, instantOn } from "./entry-draft";
import type { OwnEntry } from "./own-entry";
import type { Session } from "./session";
import { t } from "./speech";

/** What an entry says, once it can be kept. */
export type EntryWords = Pick<OwnEntry, "title" | "startsAt" | "endsAt" | "room">;

/** What is wrong with a field, in a sentence. */
export type DraftProblems = Partial<Readonly<Record<keyof EntryDraft, string>>>;

/** A title or a place of more characters says more than fits. */
const MOST = 200;

/**
 * Reads what the attendee has written; `before` is the entry that is changed. What stands in the fields as it did
 * stays at its instant, also where its clock time occurs twice that night.
 */
export function readDraft(
  draft: EntryDraft,
  conference: Pick<Conference, "timeZone" | "dayStartHour">,
  before: Session | null,
): { readonly entry: EntryWords } | { readonly problems: DraftProblems } {
  const was = before && draftOf(before, conference);
  const [title, place] = [draft.title.trim(), draft.place.trim()];
  const isSame = (field: "start" | "end") => was?.day === draft.day && was[field] === draft[field];
  const startsAt =
    before && isSame("start") ? before.startsAt : instantOn(draft.day, draft.start, conference);
  const endsAt =
    before && isSame("end") && isSame("start") ? before.endsAt : instantOn(draft.day, draft.end, conference);
  const tooLong = t("This is too long: at most {count} characters.", { count: MOST });
  const problems: DraftProblems = {
    ...(title === "" && { title: t("Say what it is.") }),
    ...(title.length > MOST && { title: tooLong }),
    ...(startsAt === null && { start: t("Say when it begins.") }),
    ...(endsAt === null && { end: t("Say when it ends.") }),
    ...(startsAt !== null && endsAt !== null && endsAt < startsAt && { end: t("This is before the start.") }),
    ...(place.length > MOST && { place: tooLong }),
  };
  if (startsAt === null || endsAt === null || Object.keys(problems).length > 0) return { problems };
  return { entry: { title, startsAt, endsAt, room: place || null } };
}
