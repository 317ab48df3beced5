import { appTime, type Clock, isRehearsal } from "../domain/clock";
import { type PocketTest, verdictOfTest } from "../domain/pocket-test";
import { ENGLISH, spokenIn } from "../domain/speech";
import type { Wishes } from "../domain/wishes";
import type { Delivery } from "../store/db";
import { latenessWords, ringerWords } from "./delivery-words";
import type { DeviceFacts } from "./device-promise";
import { promiseOf } from "./device-promise";
import { TEST_SESSION } from "./self-test";

/** What a report about reminders is made of. Instants are epoch milliseconds. */
export interface Diagnosed {
  readonly facts: DeviceFacts;
  readonly controlled: boolean;
  readonly persisted: boolean | null;
  readonly userAgent: string;
  /** When this version of the app was built. */
  readonly builtAt: number;
  readonly deviceNow: number;
  readonly clock: Clock;
  readonly wishes: Wishes;
  /** How many reminders are to come, and when the next is due (app's time). */
  readonly armed: number;
  readonly nextAt: number | null;
  readonly log: readonly Delivery[];
  readonly pocketTest: PocketTest | null;
}

const iso = (instant: number) => new Date(instant).toISOString();

/**
 * A report for somebody who looks into why a reminder did not ring: the device and what has rung on it, by
 * the times of its reminders. No title, no star, no id; who knows the schedule may still guess from a time.
 */
export function diagnosisOf(about: Diagnosed): string {
  // In English, whoever copies it: it is read by somebody else.
  return spokenIn(ENGLISH, () => written(about));
}

function written(about: Diagnosed): string {
  const { facts, clock, wishes, log } = about;
  const promise = promiseOf(facts);
  const lines = log.map((row) => {
    const what = row.sessionId === TEST_SESSION ? "test" : "reminder";
    const due = iso(row.fireAt);
    if (row.missed) return `${what} due ${due}: missed, found by ${row.by}`;
    if (row.shownAt === null) return `${what} due ${due}: claimed by ${row.by}, not shown yet`;
    const { lateness } = row;
    const late = lateness === null || lateness === undefined ? "lateness unknown" : latenessWords(lateness);
    return `${what} due ${due}: shown as ${row.shownAs ?? "unknown"}, ${late}, by ${ringerWords(row)}`;
  });
  return [
    "Trackside: diagnosis of reminders (their times, no titles, no stars)",
    `device ${iso(about.deviceNow)}, app ${iso(appTime(clock, about.deviceNow))}${isRehearsal(clock) ? `, rehearsal ×${clock.speed}` : ""}`,
    `app built ${iso(about.builtAt)}`,
    `browser ${about.userAgent}`,
    `platform ${facts.platform}, engine ${facts.engine}, ${facts.installed ? "installed" : "in a tab"}`,
    `permission ${facts.permission}, service worker ${facts.hasWorker ? "there" : "missing"}, in control ${about.controlled}, store ${facts.isKept ? "kept" : "in memory"}, persisted ${about.persisted ?? "unknown"}`,
    `wishes: lead ${wishes.lead}, scope ${wishes.scope}, breaks ${wishes.breaks}, sound ${wishes.sound}, next up ${wishes.nextUp}`,
    `armed ${about.armed}, next due ${about.nextAt === null ? "never" : iso(about.nextAt)}`,
    `promise: on screen ${promise.onScreen.keeps}, in the background ${promise.inBackground.keeps}, closed ${promise.closed.keeps}, locked ${promise.locked.keeps}`,
    pocketLine(about),
    ...(lines.length > 0 ? lines : ["nothing has rung yet"]),
  ].join("\n");
}

function pocketLine({ pocketTest, deviceNow }: Diagnosed): string {
  if (!pocketTest) return "pocket mode: not tested";
  const { startedAt, dues, cards, browser, end } = pocketTest;
  const ms = (late: number | null) => (late === null ? "never" : `${Math.round(late)} ms`);
  const each = dues.map(
    ({ heard, shown, hidden }) =>
      `heard ${ms(heard)}, ${cards ? `shown ${ms(shown)}, ` : ""}${hidden ? "hidden" : "in sight"}`,
  );
  const verdict = verdictOfTest(pocketTest, deviceNow);
  return `pocket mode: test of ${iso(startedAt)} ${verdict} (end: ${end ?? "none"}): ${each.join("; ")}; ${browser}`;
}
