import { appTime } from "../domain/clock";
import { type RefreshReason, refreshGap } from "../domain/refresh-due";
import { inEnglish } from "../domain/speech";
import { MINUTE } from "../domain/time";
import { deviceNow, readClock } from "./clock";
import { isClosedStore } from "./closed-store";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { type RefreshDoors, type RefreshOutcome, readAgain, refresh } from "./refresh";
import { singleFlight } from "./single-flight";
import { readSource } from "./sources";

/**
 * Asks for a refresh; what happens where one is not due is nothing, and undefined comes back. `signal` stops
 * it, and whatever of the kind is under way in this page.
 */
export type AskRefresh = (reason: RefreshReason, signal?: AbortSignal) => Promise<RefreshOutcome | undefined>;

interface FreshDoors extends RefreshDoors {
  /** Chance, from 0 to 1; by default the browser's. */
  readonly random?: () => number;
  /** Told of each refresh that brought something else, in the one page that brought it. */
  readonly onReplaced?: (outcome: RefreshOutcome & { readonly kind: "replaced" }) => void;
  /** Ends it all: this conference is no longer the page's. */
  readonly until?: AbortSignal;
}

/**
 * Keeps the saved copy of a conference in step with its feed while a page is open: on reconnect, when
 * the attendee looks again, and by the clock. One refresh runs at a time, in all tabs: who comes
 * meanwhile waits for it; an attendee who asks, and a network that is back, get their own after it.
 */
export function keepFresh(db: Db, key: string, doors: FreshDoors): AskRefresh {
  const { random = Math.random, onReplaced, until } = doors;
  let running: Promise<RefreshOutcome | undefined> | undefined;
  let stop: AbortController | undefined;
  let failures = 0;
  let chance = random();

  const isDue = async (reason: RefreshReason): Promise<boolean> => {
    const isKept = key === HOME || (await readSource(db, key)) !== undefined;
    if (!isKept) return false; // The attendee has removed it meanwhile.
    const [conference, freshness, clock] = await Promise.all([
      readConference(db, key),
      db.freshness.get(key),
      readClock(db),
    ]);
    const now = deviceNow();
    const since = now - (freshness?.triedAt ?? 0);
    const gap = refreshGap(reason, conference, appTime(clock, now), { failures, chance });
    // A clock that was set back must not postpone the next refresh by as much.
    return since < 0 || since >= gap;
  };
  const fly = async (reason: RefreshReason, signal: AbortSignal) => {
    const askedAt = deviceNow();
    const own = reason === "asked" || reason === "reconnected";
    const flight = { isPatient: reason !== "clock", signal };
    const flown = await singleFlight(`${db.name}:refresh:${key}`, flight, async (hasWaited) => {
      const triedAt = (await db.freshness.get(key))?.triedAt ?? 0;
      if (hasWaited && !own && triedAt >= askedAt) return undefined;
      await readAgain(db, key, doors);
      const outcome = await refresh(db, key, doors, signal);
      chance = random();
      // Whoever looks for themselves begins anew: what they have just done may have helped.
      if (outcome.kind === "kept") failures = reason === "clock" ? failures + 1 : 1;
      else if (outcome.kind !== "stopped") failures = 0;
      if (outcome.kind === "replaced") onReplaced?.(outcome);
      return outcome;
    });
    return flown ?? (signal.aborted ? ({ kind: "stopped" } as const) : undefined);
  };
  const askOpenStore: AskRefresh = async (reason, signal) => {
    if (running) {
      // What runs may have had its answer before the change that somebody is looking for, or have begun
      // while there was no network.
      if (reason !== "asked" && reason !== "reconnected") return running;
      await running;
    }
    if (until?.aborted || !(await isDue(reason))) return undefined;
    if (signal?.aborted) return { kind: "stopped" };
    if (!running) {
      stop = new AbortController();
      running = fly(reason, stop.signal).finally(() => {
        running = undefined;
      });
    }
    return running;
  };
  const ask: AskRefresh = (reason, signal) => {
    const abort = () => stop?.abort();
    signal?.addEventListener("abort", abort);
    return askOpenStore(reason, signal)
      .catch(keptByNewerVersion)
      .finally(() => signal?.removeEventListener("abort", abort));
  };

  const listening = until ? { signal: until } : {};
  addEventListener("online", () => void ask("reconnected"), listening);
  addEventListener("focus", () => void ask("looked"), listening);
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") void ask("looked");
    },
    listening,
  );
  // At a moment of its own: else a hall that was told to open the app would ask in step from then on.
  let timer = setTimeout(look, MINUTE * (1 + random()));
  function look(): void {
    timer = setTimeout(look, MINUTE);
    void ask("clock");
  }
  until?.addEventListener("abort", () => {
    clearTimeout(timer);
    stop?.abort();
  });
  return ask;
}

/** A store that a newer version has taken over is closed: what this page shows stays as it is. */
function keptByNewerVersion(error: unknown): RefreshOutcome {
  if (!isClosedStore(error)) throw error;
  return { kind: "kept", reason: inEnglish("A newer version of this app is open in another tab.") };
}
