import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import { planOf } from "../../domain/reminder";
import { clockTime, dayName } from "../../domain/say-time";
import type { Star } from "../../domain/star";
import { DAY_START_HOUR, dayOf } from "../../domain/time";
import { sessionHash } from "../../reminders/card";
import { detectDevice } from "../../reminders/device";
import { promiseOf } from "../../reminders/device-promise";
import type { Db } from "../../store/db";
import { readMissed } from "../../store/deliveries";
import { InstallHelp } from "../install/install-help";
import { useScrollMemory } from "../scroll-memory";
import { useLive } from "../use-live";
import { usePermission } from "../use-permission";
import { RehearsalForm } from "./rehearsal-form";
import { TurnOnReminders } from "./reminder-offer";

/** What this device can do, what is armed, what was missed, and the rehearsal. */
export function RemindersView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly stars: readonly Star[];
  readonly clock: Clock;
  readonly now: number;
  readonly location: string;
}) {
  const { db, conference, stars, clock, now, location } = props;
  const permission = usePermission();
  const device = detectDevice();
  const promise = promiseOf(device, permission);
  const missed = useLive(() => readMissed(db, clock.run), [db, clock.run], []);
  useScrollMemory(location, true);

  const { timeZone } = conference;
  const coming = planOf(conference, stars, clock).filter(({ fireAt }) => fireAt > now);
  const titles = new Map(conference.sessions.map(({ id, title }) => [id, title]));
  const say = (instant: number) =>
    `${dayName(dayOf(instant, timeZone, DAY_START_HOUR))}, ${clockTime(instant, timeZone)}`;
  return (
    <div className="column reminders-page">
      <div className="day-head">
        <h1 tabIndex={-1}>Reminders on this device</h1>
      </div>
      {permission === "default" && (
        <p className="actions">
          <TurnOnReminders />
        </p>
      )}
      <dl className="promise">
        <dt>App on screen</dt>
        <dd>{promise.onScreen}</dd>
        <dt>In the background</dt>
        <dd>{promise.inBackground}</dd>
        <dt>Closed</dt>
        <dd>{promise.closed}</dd>
      </dl>
      <p>{promise.advice}</p>
      <InstallHelp />

      <h2>Armed</h2>
      {coming.length === 0 ? (
        <p className="quiet">
          {stars.length === 0
            ? "Nothing is starred, so nothing will ring."
            : "Nothing you have starred has a reminder still to come."}
        </p>
      ) : (
        <ul className="reminder-list">
          {coming.slice(0, 50).map(({ id, session, fireAt }) => (
            <li key={id}>
              <time>{say(fireAt)}</time>
              <a href={sessionHash(session.id)} dir="auto">
                {session.title}
              </a>
            </li>
          ))}
          {coming.length > 50 && <li>and {coming.length - 50} more</li>}
        </ul>
      )}

      <section aria-labelledby="missed">
        <h2 id="missed">Missed</h2>
        {missed.length === 0 ? (
          <p className="quiet">None. A reminder that could not ring in time is listed here.</p>
        ) : (
          <ul className="reminder-list">
            {missed.map(({ key, sessionId, fireAt, startsAt }) => (
              <li key={key}>
                <time>{say(fireAt)}</time>
                <a href={sessionHash(sessionId)} dir="auto">
                  {titles.get(sessionId) ?? "A session no longer in the programme"}
                </a>
                <span className="quiet">began at {clockTime(startsAt, timeZone)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>

      <RehearsalForm db={db} conference={conference} stars={stars} clock={clock} />
    </div>
  );
}
