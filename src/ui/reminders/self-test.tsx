import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";
import type { Clock } from "../../domain/clock";
import { MINUTE, SECOND } from "../../domain/time";
import { latenessWords, ringerWords } from "../../reminders/delivery-words";
import { testReminder } from "../../reminders/self-test";
import { deviceNow } from "../../store/clock";
import type { Db, Delivery } from "../../store/db";
import { readSetting, type SelfTest, writeSetting } from "../../store/settings";
import { say } from "../parts/toast";
import { useLive } from "../use-live";

const KINDS = [
  { name: "in 10 seconds", wait: 10 * SECOND, locked: false },
  { name: "in 1 minute", wait: MINUTE, locked: false },
  // Longer than the minute after which phones stop what runs behind a dark screen.
  { name: "lock the phone now: in 2 minutes", wait: 2 * MINUTE, locked: true },
] as const;

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
    const { wait, locked } = KINDS[chosen] ?? KINDS[0];
    const askedAt = deviceNow();
    try {
      await writeSetting(db, "selfTest", { askedAt, dueAt: askedAt + wait, run: clock.run, locked });
    } catch {
      say("The test could not be set: this browser's storage did not take it.");
    }
  };
  return (
    <section aria-labelledby="self-test">
      <h2 id="self-test">Try it</h2>
      <fieldset className="choices">
        <legend>When</legend>
        {KINDS.map(({ name }, index) => (
          <label key={name}>
            <input type="radio" name="test" checked={chosen === index} onChange={() => choose(index)} />
            {name}
          </label>
        ))}
      </fieldset>
      <p className="actions">
        <button type="button" className="button" onClick={() => void start()}>
          <BellRing aria-hidden="true" size={20} />
          Test reminder
        </button>
      </p>
      <p role="status" aria-label="Test" className="test-result">
        {test && <Outcome test={test} row={rowOf(test, clock, log)} />}
      </p>
    </section>
  );
}

function rowOf(test: SelfTest, clock: Clock, log: readonly Delivery[]): Delivery | undefined {
  const reminder = testReminder(test, clock);
  return log.find(({ key }) => key === `${clock.run}|${reminder?.id}`);
}

function Outcome({ test, row }: { readonly test: SelfTest; readonly row: Delivery | undefined }) {
  const waiting = !row || (row.shownAt === null && !row.missed);
  const now = useSeconds(waiting);
  if (row?.missed) return "The last test did not ring in time.";
  if (row && !waiting) {
    const how = row.shownAs === "banner" ? "Shown as a banner" : "Shown";
    return `${how} ${latenessWords(row.lateness ?? 0)}, by ${ringerWords(row)}${test.locked ? ", two minutes after you were asked to lock the phone" : ""}.`;
  }
  const left = Math.ceil((test.dueAt - now) / SECOND);
  if (left > 0)
    return `Due in ${left} s.${test.locked ? " Lock the phone now, and look here again later." : ""}`;
  // A test of an earlier rehearsal, or one that nobody could show, is no news for long.
  return left > -3 * 60 ? "Due now." : null;
}

/** The device's time, renewed each second while that is of use. */
function useSeconds(running: boolean): number {
  const [now, setNow] = useState(deviceNow);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(deviceNow()), SECOND);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
