import { appTime } from "../domain/clock";
import { type RefreshReason, refreshGap } from "../domain/refresh-due";
import { inEnglish } from "../domain/speech";
import { MINUTE } from "../domain/time";
import { deviceNow, readClock } from "./clock";
import { isClosedStore } from "./closed-store";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { type RefreshDoors, type RefreshOutcome, refresh } from "./refresh";
import { readSource } from "./sources";

/** Asks for a refresh; what happens where one is not due is nothing, and undefined comes back. */
export type AskRefresh = (reason: RefreshReason) => Promise<RefreshOutcome | undefined>;

/**
 * Keeps the saved copy of a conference in step with its feed while a page is open: on reconnect, when
 * the attendee looks again, and by the clock. One refresh runs at a time: who comes
 * meanwhile waits for it; an attendee who asks, and a network that is back, get their own after it.
 */
export function keepFresh(db: Db, key: string, doors: RefreshDoors): AskRefresh {
  let running: Promise<RefreshOutcome> | undefined;

  const askOpenStore: AskRefresh = async (reason) => {
    if (running) {
      // What runs may have had its answer before the change that somebody is looking for, or have begun
      // while there was no network.
      if (reason !== "asked" && reason !== "reconnected") return running;
      await running;
    }
    const isKept = key === HOME || (await readSource(db, key)) !== undefined;
    if (!isKept) return undefined; // The attendee has removed it meanwhile.
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
  const ask: AskRefresh = (reason) => askOpenStore(reason).catch(keptByNewerVersion);

  addEventListener("online", () => void ask("reconnected"));
  addEventListener("focus", () => void ask("looked"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void ask("looked");
  });
  setInterval(() => void ask("clock"), MINUTE);
  return ask;
}

/** A store that a newer version has taken over is closed: what this page shows stays as it is. */
function keptByNewerVersion(error: unknown): RefreshOutcome {
  if (!isClosedStore(error)) throw error;
  return { kind: "kept", reason: inEnglish("A newer version of this app is open in another tab.") };
}
