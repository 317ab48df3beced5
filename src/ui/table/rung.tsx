import { useEffect, useRef } from "react";
import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import type { Asked } from "../../domain/reminder";
import { clockTime } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { judgeOf } from "../../reminders/ring";
import type { Db, Delivery } from "../../store/db";
import { readLog } from "../../store/deliveries";
import { chime } from "../reminders/chime";
import { useKept } from "../reminders/use-kept";
import { useLive } from "../use-live";

const VIBRATION = [300, 120, 300];

/**
 * The reminders that have rung, by whomever, for as long as they speak of what is so; each that rings from
 * now on sounds and shakes.
 */
export function Rung(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly clock: Clock;
  readonly now: number;
  readonly asked: Asked;
}) {
  const { db, conference, clock, now, asked } = props;
  const log = useLive(
    async () => ({ run: clock.run, rows: await readLog(db, clock.run) }),
    [db, clock.run],
    null,
  );
  // For a moment after the clock's run has changed, the answer is still the other run's.
  const shown = log?.run === clock.run ? log.rows.filter(({ shownAt }) => shownAt !== null) : null;
  useSound(shown, clock.run, asked.wishes.sound);
  const kept = useKept(db, conference, asked);
  const judge = judgeOf(kept, now);
  const rung = (shown ?? []).flatMap((row) => {
    const { fate, session, timeZone } = judge({ ...row, insists: false, isNews: false });
    return fate.fate === "close" || !row.shownAs
      ? []
      : [{ row, session, timeZone, isOff: fate.fate === "tell" }];
  });
  return (
    <div role="status" aria-label={t("Rung")} className="table-rung">
      {rung.map(({ row, session, timeZone = conference.timeZone, isOff }) => (
        <p key={row.key}>
          <strong dir="auto">{session?.title ?? t("A session that is gone")}</strong>
          <span>{stateWords(session, isOff, now, timeZone)}</span>
        </p>
      ))}
    </div>
  );
}

/** Without minutes: the region is read aloud at each change, and the time stands below. */
function stateWords(session: Session | undefined, isOff: boolean, now: number, timeZone: string): string {
  if (isOff || !session) return t("has been cancelled");
  return now < session.startsAt
    ? t("at {time}", { time: clockTime(session.startsAt, timeZone) })
    : t("has begun");
}

/** Sounds for each row that is new; null are rows that have yet to be read, and what is in them has rung before. */
function useSound(shown: readonly Delivery[] | null, run: string, sounds: boolean): void {
  const known = useRef<{ readonly run: string; readonly keys: Set<string> }>(null);
  useEffect(() => {
    if (!shown) return;
    if (known.current?.run !== run) {
      known.current = { run, keys: new Set(shown.map(({ key }) => key)) };
      return;
    }
    const fresh = shown.filter(({ key }) => !known.current?.keys.has(key));
    if (fresh.length === 0) return;
    for (const { key } of fresh) known.current.keys.add(key);
    if (!sounds) return;
    chime();
    // Browsers let a page shake the phone only once it has been touched.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(VIBRATION);
  }, [shown, run, sounds]);
}
