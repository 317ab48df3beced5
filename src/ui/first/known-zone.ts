import type { Conference } from "../../domain/conference";
import { knowLabels, zoneLabel } from "../../domain/say-time";
import { ENGLISH, spokenIn } from "../../domain/speech";
import { DAY, knowZone, type ZoneRun, zoneRunsOf } from "../../domain/time";
import { deviceNow } from "../../store/clock";
import { BASE } from "../base-path";

/** Where the conference's zone is kept for the next visit, so that its first row waits for no format. */
const KEPT = `trackside-zone:${BASE}`;
/** Longer than this is no conference; nobody waits for it to be looked at day by day. */
const LONGEST = 800 * DAY;

interface KnownZone {
  readonly timeZone: string;
  readonly runs: readonly ZoneRun[];
  readonly labels: readonly (readonly [offset: number, label: string])[];
}

let recalled: KnownZone | null = null;

/** Takes up what the last visit found out about the conference's zone. */
export function recallZone(): void {
  try {
    const text = localStorage.getItem(KEPT);
    if (text === null) return;
    const zone = JSON.parse(text) as KnownZone;
    knowZone(zone.timeZone, zone.runs);
    knowLabels(zone.timeZone, new Map(zone.labels));
    recalled = zone;
  } catch {
    // Nothing is kept, or not by this app: the engine is asked.
  }
}

/** Whether what was recalled tells enough of a zone from one instant to another. */
function reaches(timeZone: string, from: number, until: number): boolean {
  const { runs = [] } = recalled ?? {};
  const [first, last] = [runs[0], runs.at(-1)];
  return recalled?.timeZone === timeZone && !!first && !!last && first.from <= from && last.until >= until;
}

/** Finds out about the conference's zone, by the engine, for the next visit. To be done at leisure. */
export function learnZone({ timeZone, sessions }: Pick<Conference, "timeZone" | "sessions">): void {
  const now = deviceNow();
  const first = sessions[0]?.startsAt ?? now;
  const last = sessions.at(-1)?.endsAt ?? now;
  const from = Math.floor(Math.min(now, first) / DAY - 2) * DAY;
  const until = Math.max(now + 60 * DAY, last + 2 * DAY);
  if (until - from > LONGEST || reaches(timeZone, from, until - 30 * DAY)) return;
  knowZone(timeZone, []);
  const runs = zoneRunsOf(timeZone, from, until);
  const labels = spokenIn(ENGLISH, () =>
    runs.map(({ from: at, offset }) => [offset, zoneLabel(at, timeZone)] as const),
  );
  try {
    localStorage.setItem(KEPT, JSON.stringify({ timeZone, runs, labels } satisfies KnownZone));
  } catch {
    // Site data is refused: the engine is asked each time.
  }
}
