import { REAL_CLOCK } from "../domain/clock";
import type { Friend } from "../domain/friend";
import type { SessionLead } from "../domain/lead";
import type { Note } from "../domain/note";
import type { OwnEntry } from "../domain/own-entry";
import type { Pass } from "../domain/pass";
import type { Since } from "../domain/since";
import type { Star } from "../domain/star";
import type { Visit } from "../domain/visit";
import type { FileRows, Kind } from "./backup-schema";
import type { Db, Delivery, Export } from "./db";
import { HOME } from "./home";

interface Said {
  readonly stars: Star;
  readonly passes: Pass;
  readonly leads: SessionLead;
  readonly notes: Note;
  readonly visits: Visit;
  readonly entries: OwnEntry;
  readonly friends: Friend;
  readonly exports: Export;
}

/** A row of a kind as the store has it. */
export type StoreRow<K extends Kind> = K extends keyof Said
  ? Said[K] & { readonly conference: string }
  : Delivery;

/** All rows of a conference as the store has them. */
export type StoreRows = { readonly [K in Kind]: readonly StoreRow<K>[] };

const { run } = REAL_CLOCK;

/** A moment of the device's clock: what was asked for in a rehearsal is the attendee's all the same. */
export const sinceAt = (at: number): Since => ({ at, run, appAt: at });

/** The rows of the store of a conference as the file has them: no run, no rehearsal, no claim that is open. */
export function toFile(rows: StoreRows): FileRows {
  return {
    stars: rows.stars.map(({ sessionId, starredAt }) => ({ sessionId, starredAt })),
    passes: rows.passes.map(({ sessionId }) => ({ sessionId })),
    leads: rows.leads.map(({ sessionId, lead, since }) => ({ sessionId, lead, since: since.at })),
    notes: rows.notes.map(({ sessionId, text, editedAt }) => ({ sessionId, text, editedAt })),
    visits: rows.visits.map(({ sessionId, was, rating }) => ({ sessionId, was, rating })),
    entries: rows.entries.map(({ conference: _, since, ...entry }) => ({ ...entry, since: since.at })),
    friends: rows.friends.map(({ conference: _, sessionIds, ...friend }) => ({
      ...friend,
      sessionIds: [...sessionIds],
    })),
    exports: rows.exports.map(({ conference: _, told, ...row }) => ({ ...row, ...(told && { told }) })),
    deliveries: rows.deliveries
      .filter(({ missed, shownAt }) => missed || shownAt !== null)
      // A trial of reminders on this very device speaks of no session.
      .filter(({ sessionId }) => !sessionId.startsWith("trackside:"))
      .map(({ key: _, run: __, conference: ___, ...row }) => row),
  };
}

/** The rows of the file as the store has them, under the key that the conference has here. */
export function toStore(rows: FileRows, conference: string): StoreRows {
  const prefix = conference === HOME ? "" : `${conference}/`;
  return {
    stars: rows.stars.map((star) => ({ ...star, conference, run, appStarredAt: star.starredAt })),
    passes: rows.passes.map((pass) => ({ ...pass, conference })),
    leads: rows.leads.map((lead) => ({ ...lead, conference, since: sinceAt(lead.since) })),
    notes: rows.notes.map((note) => ({ ...note, conference })),
    visits: rows.visits.map((visit) => ({
      ...visit,
      conference,
      rating: visit.was === "skipped" ? null : visit.rating,
    })),
    entries: rows.entries.map((entry) => ({ ...entry, conference, since: sinceAt(entry.since) })),
    friends: rows.friends.map((friend) => ({ ...friend, conference })),
    exports: rows.exports.map(({ uid, told, ...row }) => ({
      ...row,
      conference,
      ...(uid !== undefined && { uid }),
      ...(told && { told }),
    })),
    deliveries: rows.deliveries.map((row) => ({
      ...row,
      key: `${run}|${prefix}${row.sessionId}@${row.fireAt}`,
      run,
      ...(conference !== HOME && { conference }),
    })),
  };
}

/** What a row is known by among those of its kind and conference. */
export function idOf<K extends Kind>(kind: K, row: StoreRow<K>): string {
  const { id, key, sessionId } = row as { id?: string; key?: string; sessionId?: string };
  return (kind === "friends" ? id : kind === "deliveries" ? key : sessionId) ?? "";
}

/** All that the attendee has said of a conference here; of what has rung, the real run alone. */
export async function readRows(db: Db, conference: string): Promise<StoreRows> {
  const of = { conference };
  const [stars, passes, leads, notes, visits, entries, friends, exports, deliveries] = await Promise.all([
    db.stars.where(of).toArray(),
    db.passes.where(of).toArray(),
    db.leads.where(of).toArray(),
    db.notes.where(of).toArray(),
    db.visits.where(of).toArray(),
    db.entries.where(of).toArray(),
    db.friends.where(of).toArray(),
    db.exports.where(of).toArray(),
    db.deliveries
      .where({ run })
      .filter((row) => (row.conference ?? HOME) === conference)
      .toArray(),
  ]);
  return { stars, passes, leads, notes, visits, entries, friends, exports, deliveries };
}
