import { REAL_CLOCK, readRehearsal } from "../domain/clock";
import { closeRehearsed } from "../reminders/cards";
import { ownRegistration } from "../reminders/own-worker";
import { endRehearsal, startRehearsal } from "../store/clock";
import type { Db } from "../store/db";
import { scopeHere } from "./base-path";

/** Starts a fresh rehearsal and clears away what an earlier one has shown. */
export async function beginRehearsal(db: Db, at: number, speed = 1): Promise<void> {
  await clearRehearsed((await startRehearsal(db, at, speed)).run);
}

/** Back to the real day. */
export async function leaveRehearsal(db: Db): Promise<void> {
  await endRehearsal(db);
  await clearRehearsed(REAL_CLOCK.run);
}

/** After the clock has changed: what rings from then on is of the new run. */
async function clearRehearsed(run: string): Promise<void> {
  const registration = await ownRegistration(scopeHere());
  if (registration) await closeRehearsed(registration, run);
}

/**
 * Takes a rehearsal out of the address, once: a reload must not start it anew. Returns a sentence for the
 * attendee where the moment asked for is none.
 */
export async function takeRehearsal(db: Db): Promise<string | null> {
  const address = new URL(location.href);
  const asked = address.searchParams.get("rehearse");
  if (asked === null) return null;
  address.searchParams.delete("rehearse");
  history.replaceState(history.state, "", address);
  const request = readRehearsal(asked);
  switch (request.kind) {
    case "start":
      await beginRehearsal(db, request.at);
      return null;
    case "end":
      await leaveRehearsal(db);
      return null;
    case "bad":
      return request.reason;
  }
}
