import { anothers, doubtAbout } from "../domain/arrival";
import type { Change } from "../domain/change";
import { appTime } from "../domain/clock";
import { patchBetween } from "../domain/conference-patch";
import { isNextEdition, isOther } from "../domain/next-edition";
import { isSame } from "../domain/same-edition";
import { type Edition, type Succession, succeed } from "../domain/succession";
import { noteChanges } from "./changes";
import { readClock } from "./clock";
import {
  type Arrival,
  confirmFresh,
  type EditionPatch,
  newEdition,
  noteFailure,
  replaceConference,
} from "./conferences";
import type { Db, HeldBack, SavedCopy } from "./db";
import { followRenamed } from "./follow-renamed";
import { isSpokenOf } from "./move-rows";
import { readStars } from "./stars";
import { comeBack, turnEdition } from "./turn-edition";

/** What became of a feed that was read. */
type TakenIn =
  | { readonly kind: "unchanged" }
  | { readonly kind: "replaced"; readonly changes: readonly Change[] }
  | { readonly kind: "kept"; readonly reason: string };

/** Who decides whether an arrival may take the place of what is saved: the gate, or the attendee, who has seen it. */
type Judge = "gate" | "attendee";

/** Hears, before it is written, how the new edition comes out of the saved one; where that is worth telling. */
export type TellPatch = (patch: EditionPatch) => void;

/** An arrival whose reader is known. */
type Read = Arrival & { readonly reader: string };

/**
 * Puts what arrived in place of the saved copy where any field differs, with what is gone, what has changed
 * and whose id is another: all in one transaction, in which the attendee's rows move along and none is lost.
 * Where there is doubt it is held back instead, unless the attendee wants it. The next edition of a conference
 * that is over, or another conference that the attendee wants in its place, begins with nothing of the
 * attendee's: what was said of the one of before is kept with it. `now` is device time. Throws where the disk fails.
 */
export async function replaceWith(
  db: Db,
  key: string,
  arrival: Read,
  now: number,
  judge: Judge,
  tell?: TellPatch,
): Promise<TakenIn> {
  const before = await readEdition(db, key);
  if (before && isSame(before, arrival)) {
    const { savedAt, reader, digest } = arrival;
    await confirmFresh(db, key, savedAt, {
      edition: before.copy?.edition,
      reader,
      ...(digest && { digest }),
      size: arrival.bytes.length,
    });
    return { kind: "unchanged" };
  }
  return db.transaction("rw", db.tables, async () => {
    const saved = await readEdition(db, key);
    if (!saved) {
      await replaceConference(db, key, arrival);
      return { kind: "replaced", changes: [] };
    }
    if (isSame(saved, arrival)) return { kind: "unchanged" }; // Another tab was faster.
    const [here, arrived] = [saved.conference, arrival.conference];
    const starred = await readStarred(db, key);
    // What came with the app, and nobody has planned by, is no schedule that could have changed.
    const isUnread = starred.size === 0 && (await isEmbedded(db, key, saved.copy));
    const at = await soonestNow(db, now);
    const back = await comeBack(db, key, here, arrived);
    const isNext = !back && isNextEdition(here, arrived, now);
    // An agenda that has nothing in it is not worth a question.
    const isPlain = isNext || (back && !(await isSpokenOf(db, key)));
    if (judge === "gate" && !isPlain) {
      const reason = doubtAbout(here, arrived, at, isUnread) ?? (back ? anothers(arrived) : null);
      if (reason !== null) {
        await hold(db, key, arrival, reason);
        return { kind: "kept", reason };
      }
    }
    if (back || isNext || isOther(here, arrived)) {
      await turnEdition(db, key, here, { arrived, back, now });
      const past = back && (await readEdition(db, key));
      if (past) await follow(db, key, past, arrival, at);
      else await replaceConference(db, key, arrival);
      return { kind: "replaced", changes: [] };
    }
    const { next, edition } = await follow(db, key, saved, arrival, at);
    const changes = isUnread ? [] : next.changes;
    const before = saved.copy?.edition;
    const patch = tell && before !== undefined && patchBetween(here, next.conference);
    if (patch) tell({ ...patch, before, edition });
    await noteChanges(db, key, changes, now);
    return { kind: "replaced", changes };
  });
}

/** Puts an arrival in place of an earlier state of the same conference. */
async function follow(
  db: Db,
  key: string,
  saved: Edition,
  arrival: Arrival,
  at: number,
): Promise<{ readonly next: Succession; readonly edition: string }> {
  const [starred, spokenOf] = [await readStarred(db, key), await readSpokenOf(db, key)];
  const next = succeed(saved, arrival, { starred, spokenOf }, at);
  const { conference, details } = next;
  const edition = await replaceConference(db, key, { ...arrival, conference, details });
  await followRenamed(db, key, conference.renamed ?? []);
  return { next, edition };
}

/**
 * Puts what another reader has made of the kept bytes in place of what the one of before had made of them.
 * That is no change of the schedule: none is told, and its age stays.
 */
export async function replaceRead(db: Db, key: string, read: Edition, reader: string): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const saved = await readEdition(db, key);
    const kept = await db.bytes.get(key);
    const freshness = await db.freshness.get(key);
    if (!saved || !kept || !freshness) return;
    const [starred, spokenOf] = [await readStarred(db, key), await readSpokenOf(db, key)];
    const next = succeed(saved, read, { starred, spokenOf }, await soonestNow(db, freshness.triedAt));
    const edition = newEdition();
    const stays = (await isEmbedded(db, key, saved.copy)) && ({ isEmbedded: true } as const);
    await db.conferences.put({ key, conference: next.conference, edition });
    await db.details.put({ key, details: next.details });
    await db.bytes.put({ key, bytes: kept.bytes, reader });
    await db.freshness.put({ ...freshness, copy: { edition, reader, ...stays } });
    await followRenamed(db, key, next.conference.renamed ?? []);
  });
}

async function hold(db: Db, key: string, arrival: Read, reason: string): Promise<void> {
  const { conference, details, bytes, reader, savedAt } = arrival;
  const before = await db.held.get(key);
  const freshness = await db.freshness.get(key);
  let held: HeldBack | undefined = freshness?.held ?? before;
  if (!before || !held || !isSame(before, arrival)) {
    held = { reason, isDismissed: false };
    await db.held.put({ key, ...held, conference, details, bytes, reader, arrivedAt: savedAt });
  }
  const { isDismissed } = held;
  await noteFailure(db, key, savedAt, { reason, unreachable: false, held: true });
  await db.freshness.update(key, { held: { reason: held.reason, isDismissed } });
}

/** The saved state as a whole; its rows are of one moment. */
async function readEdition(
  db: Db,
  key: string,
): Promise<(Edition & { readonly copy: SavedCopy | undefined }) | undefined> {
  return db.transaction("r", db.conferences, db.details, db.freshness, async () => {
    const [conference, details, freshness] = await Promise.all([
      db.conferences.get(key),
      db.details.get(key),
      db.freshness.get(key),
    ]);
    return (
      conference &&
      details && { conference: conference.conference, details: details.details, copy: freshness?.copy }
    );
  });
}

/** True where no server has been heard of what is saved. */
async function isEmbedded(db: Db, key: string, copy: SavedCopy | undefined): Promise<boolean> {
  const said = copy ?? (await db.bytes.get(key)); // An earlier version has said it beside the bytes.
  return said?.isEmbedded === true;
}

async function readStarred(db: Db, key: string): Promise<ReadonlySet<string>> {
  return new Set((await readStars(db, key)).map(({ sessionId }) => sessionId));
}

/** The sessions that the attendee has written to, or marked. */
async function readSpokenOf(db: Db, key: string): Promise<ReadonlySet<string>> {
  const keys = await Promise.all([
    db.notes.where({ conference: key }).primaryKeys(),
    db.visits.where({ conference: key }).primaryKeys(),
  ]);
  return new Set(keys.flat().map(([, sessionId]) => sessionId));
}

/**
 * The device's time or the app's, whichever is less: what lies ahead by either is worth telling, in a
 * rehearsal of the last day as in one of the first.
 */
async function soonestNow(db: Db, now: number): Promise<number> {
  return Math.min(now, appTime(await readClock(db), now));
}
