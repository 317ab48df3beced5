import { MonitorSmartphone } from "lucide-react";
import { useMemo } from "react";
import { type Clock, isRehearsal } from "../../domain/clock";
import { type Conference, todayOf } from "../../domain/conference";
import { evidenceOf } from "../../domain/pocket-test";
import type { Asked } from "../../domain/reminder";
import { clockTime, dayName } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { promiseOf } from "../../reminders/device-promise";
import { diagnosisOf } from "../../reminders/diagnosis";
import { keptOf, type OfConference, owedBy } from "../../reminders/owed";
import { withPocket } from "../../reminders/pocket-promise";
import { TEST_SESSION } from "../../reminders/self-test";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import { readLog } from "../../store/deliveries";
import { readSetting } from "../../store/settings";
import { CalendarHelp } from "../agenda/calendar-help";
import { deviceZone } from "../device-zone";
import { embeddedAt } from "../embedded-feed";
import { useScrollMemory } from "../scroll-memory";
import { useControlled, useDeviceFacts } from "../use-device-facts";
import { useLive } from "../use-live";
import { usePersisted } from "../use-persisted";
import { Armed } from "./armed";
import { DeliveryLog } from "./delivery-log";
import { DeviceStatus } from "./device-status";
import { Missed } from "./missed";
import { PocketSection } from "./pocket-section";
import { PromiseLine } from "./promise-line";
import { RehearsalForm } from "./rehearsal-form";
import { TurnOnReminders } from "./reminder-offer";
import { SelfTestForm } from "./self-test-form";
import { sessionsBy } from "./session-of";
import { thisCode } from "./this-code";
import { useKept } from "./use-kept";
import { WishesForm } from "./wishes-form";

const MOST_DIAGNOSED = 20;

/** What this device can do, what is armed, what rang and what was missed, and the ways to try all of it. */
export function RemindersView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly asked: Asked;
  readonly clock: Clock;
  readonly now: number;
  readonly location: string;
}) {
  const { db, conference, asked, clock, now, location } = props;
  const facts = useDeviceFacts();
  const pocketTest = useLive(() => readSetting(db, "pocketTest"), [db], null);
  const evidence = evidenceOf(pocketTest, thisCode(), deviceNow());
  const promise = withPocket(promiseOf(facts), { evidence, timeZone: deviceZone() });
  const [persisted, onPersist] = usePersisted();
  const log = useLive(() => readLog(db, clock.run), [db, clock.run], []);
  useScrollMemory(location, true);

  const { timeZone } = conference;
  const kept = useKept(db, conference, asked);
  const plan = useMemo(() => owedBy(kept, clock), [kept, clock]);
  const sessions = useMemo(() => sessionsBy(kept), [kept]);
  // The page's time is renewed each minute only: what has rung since is in the log.
  const delivered = new Set(log.map(({ key }) => key));
  const coming = plan.filter(({ id, fireAt }) => fireAt > now && !delivered.has(`${clock.run}|${id}`));
  const missed = log.filter((row) => row.missed && row.sessionId !== TEST_SESSION);
  const controlled = useControlled();
  const isPhone = facts.platform !== "computer";
  const say = (instant: number, of: OfConference) => {
    const own = keptOf(kept, of)?.conference ?? conference;
    return t("{day}, {time}", {
      day: dayName(todayOf(own, instant)),
      time: clockTime(instant, own.timeZone),
    });
  };
  const diagnose = () =>
    diagnosisOf({
      facts,
      controlled,
      persisted,
      userAgent: navigator.userAgent,
      builtAt: embeddedAt(0),
      deviceNow: deviceNow(),
      clock,
      wishes: asked.wishes,
      armed: coming.length,
      nextAt: coming[0]?.fireAt ?? null,
      log: log.slice(0, MOST_DIAGNOSED),
      pocketTest,
    });
  return (
    <div className="column reminders-page">
      <div className="day-head">
        <h1 tabIndex={-1}>{t("Reminders on this device")}</h1>
        {isRehearsal(clock) && (
          <p>{t("In the rehearsal’s time. The real day’s reminders are kept apart.")}</p>
        )}
      </div>
      {facts.permission === "default" && (
        <p className="actions">
          <TurnOnReminders />
        </p>
      )}
      <PromiseLine promise={promise} />
      <p>{promise.advice}</p>
      <p className="actions">
        <a className="button" href="#/table">
          <MonitorSmartphone aria-hidden="true" size={20} />
          {t("Lay it on the table")}
        </a>
        <CalendarHelp label={t("Use my own calendar")} />
      </p>
      <Armed {...{ coming, kept, asked, say }} />
      <Missed rows={missed} {...{ sessions, kept, now, timeZone, say }} />
      <WishesForm {...{ db, kept, asked, clock, now, isPhone }} />
      <SelfTestForm {...{ db, clock, log }} />
      <PocketSection {...{ db, kept, clock, now, isPhone }} sounds={asked.wishes.sound} test={pocketTest} />
      <DeviceStatus {...{ db, facts, controlled, persisted, onPersist }} />
      <DeliveryLog {...{ log, sessions, clock, timeZone, now, diagnose }} />
      <RehearsalForm {...{ db, conference, asked, clock }} />
    </div>
  );
}
