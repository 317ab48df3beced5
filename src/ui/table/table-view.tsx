import { Maximize, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { atHand } from "../../domain/at-hand";
import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import type { Asked } from "../../domain/reminder";
import { clockTime, dayName } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { DAY, DAY_START_HOUR, dayOf, MINUTE } from "../../domain/time";
import { sessionHash } from "../../reminders/card";
import { TEST_SESSION } from "../../reminders/self-test";
import type { Db, Delivery } from "../../store/db";
import { readLog } from "../../store/deliveries";
import { chime } from "../reminders/chime";
import { useLive } from "../use-live";
import { useWakeLock } from "./wake-lock";

const VIBRATION = [300, 120, 300];

const MOST_RUNG = 3;

/**
 * For a phone that lies on the table: the screen stays on, dim, with the time, what is on and what comes
 * next; at each trigger it sounds and shakes. On a phone this is the one way to ring for certain.
 */
export function TableView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly asked: Asked;
  readonly clock: Clock;
  readonly now: number;
}) {
  const { db, conference, starred, asked, clock, now } = props;
  const { timeZone, sessions } = conference;
  const isAwake = useWakeLock();
  useEffect(() => () => void (document.fullscreenElement && document.exitFullscreen()), []);
  const log = useLive(() => readLog(db, clock.run), [db, clock.run], null);
  const rung = useRung(log, clock.run, asked.wishes.sound).filter(
    ({ startsAt, endsAt }) => now < Math.max(endsAt, startsAt + 2 * MINUTE),
  );
  const { on, next, isStarred } = atHand(sessions, starred, now);
  const today = dayOf(now, timeZone, DAY_START_HOUR);
  return (
    <section className="table-board" aria-labelledby="table-title">
      <h1 id="table-title" className="hidden" tabIndex={-1}>
        On my table
      </h1>
      <p className="table-time">
        <time>{clockTime(now, timeZone)}</time>
        <span>{dayName(today)}</span>
      </p>
      <div role="status" aria-label="Rung" className="table-rung">
        {rung.slice(0, MOST_RUNG).map((row) => {
          const session = sessions.find(({ id }) => id === row.sessionId);
          const isTest = row.sessionId === TEST_SESSION;
          return (
            <p key={row.key}>
              <strong dir="auto">{isTest ? "Test reminder" : (session?.title ?? "A session")}</strong>
              {session && <span>{startsIn(session, now)}</span>}
            </p>
          );
        })}
      </div>
      <h2>{isStarred ? "Next of your stars" : "Next"}</h2>
      {next.length === 0 && <p className="quiet">Nothing more.</p>}
      <ul>
        {next.map((session) => (
          <Line key={session.id} session={session} timeZone={timeZone} words={startsIn(session, now)} />
        ))}
      </ul>
      <h2>On now</h2>
      {on.length === 0 && <p className="quiet">Nothing.</p>}
      <ul>
        {on.map((session) => (
          <Line
            key={session.id}
            session={session}
            timeZone={timeZone}
            words={`${Math.ceil((session.endsAt - now) / MINUTE)} min left`}
          />
        ))}
      </ul>
      <p className="quiet">
        {isAwake
          ? "The screen stays on while this is open: plug the phone in, or mind its battery."
          : "This browser does not keep the screen on: set the display to stay on, or the phone will stop the app."}
      </p>
      <p className="actions">
        {document.fullscreenEnabled && (
          <button type="button" className="button" onClick={() => void toggleFullScreen()}>
            <Maximize aria-hidden="true" size={20} />
            Full screen
          </button>
        )}
        <a className="button" href="#/reminders">
          <X aria-hidden="true" size={20} />
          Take it off the table
        </a>
      </p>
    </section>
  );
}

function Line(props: { readonly session: Session; readonly timeZone: string; readonly words: string }) {
  const { session, timeZone, words } = props;
  return (
    <li>
      <time>{clockTime(session.startsAt, timeZone)}</time>
      <p>
        <a href={sessionHash(session.id)} dir="auto">
          {session.title}
        </a>
        <span>
          {words}
          {session.room && <bdi> · {session.room}</bdi>}
        </span>
      </p>
    </li>
  );
}

function startsIn({ startsAt }: Session, now: number): string {
  const left = startsAt - now;
  if (left <= 0) return "has begun";
  if (left > DAY) return `in ${Math.round(left / DAY)} days`;
  const minutes = Math.max(1, Math.round(left / MINUTE));
  return minutes < 100 ? `in ${minutes} min` : `in ${Math.round(minutes / 60)} h`;
}

/**
 * The reminders that have rung, by whomever, the latest first; sounds and shakes for each that rings from now
 * on. Null is a log that has yet to be read: what is in it by then has rung before.
 */
function useRung(log: readonly Delivery[] | null, run: string, sounds: boolean): readonly Delivery[] {
  const known = useRef<{ readonly run: string; readonly keys: Set<string> }>(null);
  const shown = log?.filter(({ shownAt }) => shownAt !== null);
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
    // A banner in the page has its own sound.
    if (fresh.some(({ shownAs }) => shownAs === "notification")) chime();
    // Browsers let a page shake the phone only once it has been touched.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(VIBRATION);
  }, [shown, run, sounds]);
  return shown ?? [];
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen({ navigationUI: "hide" }).catch(() => undefined);
}
