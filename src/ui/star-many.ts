import type { Clock } from "../domain/clock";
import type { Session } from "../domain/session";
import { t } from "../domain/speech";
import type { Db } from "../store/db";
import { type Marks, setMarks } from "../store/marks";
import { newStar } from "../store/stars";
import { say } from "./parts/toast";
import { shown } from "./shown";
import { askToPersist, sayNotKept } from "./star-actions";

/** Stars the parts of a session that are not starred yet, says so, and offers to undo it. */
export async function starParts(
  db: Db,
  clock: Clock,
  parts: readonly Session[],
  starred: ReadonlySet<string>,
): Promise<void> {
  const missing = parts.filter(({ id }) => !starred.has(id));
  const stars = missing.map(({ id }) => newStar(id, clock));
  await mark(
    db,
    missing,
    { stars, passes: [], entries: [] },
    t("Starred all {count} parts: {title}", { count: parts.length, title: missing[0]?.title ?? "" }),
  );
  askToPersist();
}

/** Keeps one of several sessions that clash: takes the stars of the others away, or deletes own entries, and offers to undo it. */
export async function keepOne(db: Db, kept: Session, rivals: readonly Session[]): Promise<void> {
  await mark(db, rivals, { stars: [], passes: [], entries: [] }, t("Kept: {title}", { title: kept.title }));
}

/** Passes a starred session over: its star goes, and undoing it brings that back and takes the pass away. */
export async function passStarred(db: Db, session: Session): Promise<void> {
  const passes = [{ sessionId: session.id }];
  await mark(
    db,
    [session],
    { stars: [], passes, entries: [] },
    t("Removed from your agenda: {title}", { title: session.title }),
  );
}

/** Sets what is said of sessions, tells of it with the way back, or tells that it could not be kept. */
async function mark(db: Db, sessions: readonly Session[], marks: Marks, words: string): Promise<void> {
  const ids = sessions.map(({ id }) => id);
  const conference = shown.get();
  try {
    const before = await setMarks(db, conference, ids, marks);
    say(words, () => void setMarks(db, conference, ids, before).catch(sayNotKept));
  } catch {
    sayNotKept();
  }
}
