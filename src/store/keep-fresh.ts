import { appTime } from "../domain/clock";
import { type RefreshReason, refreshGap } from "../domain/refresh-due";
import { MINUTE } from "../domain/time";
import { deviceNow, readClock } from "./clock";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { type RefreshDoors, type RefreshOutcome, refresh } from "./refresh";

/** Asks for a refresh; what happens where one is not due is nothing, and undefined comes back. */
export type AskRefresh = (reason: RefreshReason) => Promise<RefreshOutcome | undefined>;

/**
 * Keeps the saved copy of a conference in step with its feed while a page is open: on reconnect, when
 * the attendee looks again, and by the clock. One refresh runs at a time; who asks meanwhile waits for it.
 */
export function keepFresh(db: Db, key: string, doors: RefreshDoors): AskRefresh {
  let running: Promise<RefreshOutcome> | undefined;

  const ask: AskRefresh = async (reason) => {
    if (running) return running;
    const [conference, freshness, clock] = await Promise.all([
      readConference(db, key),
      db.freshness.get(key),
      readClock(db),
    ]);
    const now = deviceNow();
    const since = now - (freshness?.triedAt ?? 0);
    // A clock that was set back must not postpone the next refresh by as much.
    if (since >= 0 && since < refreshGap(reason, conference, appTime(clock, now))) return undefined;
    running ??= refresh(db, key, doors).finally(() => {
      running = undefined;
    });
    return running;
  };
  const askAside = (reason: RefreshReason) => void ask(reason).catch(ignoreClosedStore);

  addEventListener("online", () => askAside("reconnected"));
  addEventListener("focus", () => askAside("looked"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") askAside("looked");
  });
  setInterval(() => askAside("clock"), MINUTE);
  return ask;
}

/** A store that a newer version has taken over is closed; the page has told the attendee so. */
function ignoreClosedStore(error: unknown): void {
  if (error instanceof Error && error.name === "DatabaseClosedError") return;
  throw error;
}
