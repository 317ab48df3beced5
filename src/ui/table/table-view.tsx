import { Maximize, Volume2, X } from "lucide-react";
import { useEffect } from "react";
import { atHand } from "../../domain/at-hand";
import type { Clock } from "../../domain/clock";
import { type Conference, todayOf } from "../../domain/conference";
import type { Asked } from "../../domain/reminder";
import { clockTime, dayName, timeTo } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { MINUTE } from "../../domain/time";
import { sessionHash } from "../../reminders/card";
import type { Db } from "../../store/db";
import { useBoard } from "../board";
import { soundReady } from "../reminders/chime";
import { Rung } from "./rung";
import { useWakeLock } from "./wake-lock";

/**
 * For a phone that lies on the table: the screen stays on, dim, with the time, what is on and what comes
 * next; at each trigger it sounds and shakes. On a phone this is the surest way to be reminded.
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
  const canSound = useBoard(soundReady);
  useEffect(() => () => void (document.fullscreenElement && document.exitFullscreen()), []);
  const { on, next, isStarred } = atHand(sessions, starred, now);
  return (
    <section className="table-board" aria-labelledby="table-title">
      <h1 id="table-title" className="hidden" tabIndex={-1}>
        {t("On my table")}
      </h1>
      <p className="table-time">
        <time>{clockTime(now, timeZone)}</time>
        <span>{dayName(todayOf(conference, now))}</span>
      </p>
      <Rung {...{ db, conference, clock, now, asked }} />
      <h2>{isStarred ? t("Next of your stars") : t("Next")}</h2>
      {next.length === 0 && <p className="quiet">{t("Nothing more.")}</p>}
      <ul>
        {next.map((session) => (
          <Line
            key={session.id}
            session={session}
            timeZone={timeZone}
            words={timeTo(session.startsAt - now)}
          />
        ))}
      </ul>
      <h2>{t("On now")}</h2>
      {on.length === 0 && <p className="quiet">{t("Nothing.")}</p>}
      <ul>
        {on.map((session) => (
          <Line
            key={session.id}
            session={session}
            timeZone={timeZone}
            words={t("{minutes} min left", { minutes: Math.ceil((session.endsAt - now) / MINUTE) })}
          />
        ))}
      </ul>
      <p className="quiet">
        {isAwake
          ? t("The screen stays on while this is open: plug the phone in, or mind its battery.")
          : t(
              "This browser does not keep the screen on: set the display to stay on, or the phone will stop the app.",
            )}
      </p>
      <p className="actions">
        {/* The press itself is what the browser waits for. */}
        {asked.wishes.sound && !canSound && (
          <button type="button" className="button primary">
            <Volume2 aria-hidden="true" size={20} />
            {t("Tap to allow the sound")}
          </button>
        )}
        {document.fullscreenEnabled && (
          <button type="button" className="button" onClick={() => void toggleFullScreen()}>
            <Maximize aria-hidden="true" size={20} />
            {t("Full screen")}
          </button>
        )}
        <a className="button" href="#/reminders">
          <X aria-hidden="true" size={20} />
          {t("Take it off the table")}
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

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen({ navigationUI: "hide" }).catch(() => undefined);
}
