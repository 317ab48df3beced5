import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";
import type { Clock } from "../../domain/clock";
import { t } from "../../domain/speech";
import { MINUTE, SECOND } from "../../domain/time";
import { latenessWords, ringerWords } from "../../reminders/delivery-words";
import { testReminder } from "../../reminders/self-test";
import { deviceNow } from "../../store/clock";
import type { Db, Delivery } from "../../store/db";
import { readSetting, type SelfTest, writeSetting } from "../../store/settings";
import { say } from "../parts/toast";
import { useLive } from "../use-live";

const TESTS = [
  { wait: 10 * SECOND, locked: false },
  { wait: MINUTE, locked: false },
  // Longer than the minute after which phones stop what runs behind a dark screen.
  { wait: 2 * MINUTE, locked: true },
] as const;

function nameOf({ wait, locked }: (typeof TESTS)[number]): string {
  if (wait < MINUTE) return t("in {seconds} seconds", { seconds: wait / SECOND });
  const minutes = wait / MINUTE;
  return locked
    ? t("lock the phone now: in {minutes} minutes", { minutes })
    : t("{minutes, plural, one {in # minute} other {in # minutes}}", { minutes });
}

/** A reminder to try this device with, and what came of the last one. It goes the way of all reminders. */
export function SelfTestForm(props: {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: readonly Delivery[];
}) {
  const { db, clock, log } = props;
  const [chosen, choose] = useState(0);
  const test = useLive(() => readSetting(db, "selfTest"), [db], null);
  const start = async () => {
    const { wait, locked } = TESTS[chosen] ?? TESTS[0];
    try {
      await writeSetting(db, "selfTest", { dueAt: deviceNow() + wait, run: clock.run, locked });
    } catch {
      say(t("The test could not be set: this browser’s storage did not take it."));
    }
  };
  const row = test ? rowOf(test, clock, log) : undefined;
  const isWaiting = test?.run === clock.run && (!row || (row.shownAt === null && !row.missed));
  return (
    <section aria-labelledby="self-test">
      <h2 id="self-test">{t("Try it")}</h2>
      <fieldset className="choices">
        <legend>{t("When")}</legend>
        {TESTS.map((option, index) => (
          <label key={option.wait}>
            <input type="radio" name="test" checked={chosen === index} onChange={() => choose(index)} />
            {nameOf(option)}
          </label>
        ))}
      </fieldset>
      <p className="actions">
        <button type="button" className="button" onClick={() => void start()}>
          <BellRing aria-hidden="true" size={20} />
          {t("Test reminder")}
        </button>
      </p>
      <div className="test-result">
        {isWaiting && test && <Countdown test={test} />}
        <p role="status" aria-label={t("Test")}>
          {test && row && !isWaiting && outcomeWords(test, row)}
        </p>
      </div>
    </section>
  );
}

function rowOf(test: SelfTest, clock: Clock, log: readonly Delivery[]): Delivery | undefined {
  const reminder = testReminder(test, clock);
  return log.find(({ key }) => key === `${clock.run}|${reminder?.id}`);
}

function outcomeWords({ locked }: SelfTest, row: Delivery): string {
  if (row.missed) return t("The last test did not ring in time.");
  const how = { lateness: latenessWords(row.lateness ?? 0), ringer: ringerWords(row) };
  if (row.shownAs === "banner") {
    return locked
      ? t(
          "Shown as a banner {lateness}, by {ringer}, two minutes after you were asked to lock the phone.",
          how,
        )
      : t("Shown as a banner {lateness}, by {ringer}.", how);
  }
  return locked
    ? t("Shown {lateness}, by {ringer}, two minutes after you were asked to lock the phone.", how)
    : t("Shown {lateness}, by {ringer}.", how);
}

/** How long until the test; not announced at each second. */
function Countdown({ test }: { readonly test: SelfTest }) {
  const left = Math.ceil((test.dueAt - useSeconds()) / SECOND);
  // What nobody could show, or a rehearsal has passed over, is no news for long.
  if (left < -3 * 60) return null;
  const words = left > 0 ? t("Due in {seconds} s.", { seconds: left }) : t("Due now.");
  return (
    <p role="timer" aria-label={t("Test due")}>
      {words}
      {test.locked && left > 0 && ` ${t("Lock the phone now, and look here again later.")}`}
    </p>
  );
}

/** The device's time, renewed each second. */
function useSeconds(): number {
  const [now, setNow] = useState(deviceNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceNow()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return now;
}
