import { memo } from "react";
import type { Lane } from "../../domain/lanes";
import { clockTime } from "../../domain/say-time";
import { isBreak, partWords, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { sessionHash } from "../../reminders/card";
import { useChangeMark } from "../changes/unlooked";
import { kindName } from "../parts/kind-name";
import { StarButton, type ToggleStar } from "../parts/star-button";
import type { Phase } from "../schedule/lines";

/** Lengths of a cell, rem: a line of its title, one of its facts, and all besides. */
const LINE = 1.25;
const FACTS = 1.125;
const REST = 0.375;

/** One session in the timetable: a station on its room's line, which is thicker for as long as it lasts. */
export const SessionCell = memo(function SessionCell(props: {
  readonly session: Session;
  readonly starred: boolean;
  readonly passed: boolean;
  readonly phase: Phase;
  /** Minutes to the end of a session that is on; null otherwise. */
  readonly minutesLeft: number | null;
  readonly lane: Lane | null;
  /** How many columns it spans. */
  readonly across: number;
  /** The height for its words, rem: the title is cut to what fits. */
  readonly space: number;
  readonly timeZone: string;
  readonly heading: "h2" | "h3";
  readonly isCurrent: boolean;
  readonly onToggle: ToggleStar;
}) {
  const { session, starred, phase, minutesLeft, lane, across, timeZone, isCurrent } = props;
  const Heading = props.heading;
  const pause = isBreak(session);
  const kind = kindName(session);
  const mark = useChangeMark(session.id);
  const hasMore =
    minutesLeft !== null || mark !== null || kind || session.part || session.status === "CANCELLED";
  const factLines = hasMore && props.space >= REST + 2 * LINE + 2 * FACTS ? 2 : 1;
  const lines = Math.max(1, Math.floor((props.space - REST - factLines * FACTS) / LINE));
  return (
    <article
      aria-label={session.title}
      aria-current={isCurrent || undefined}
      tabIndex={isCurrent ? -1 : undefined}
      className={pause ? "cell pause" : "cell"}
      data-session={session.id}
      data-phase={phase}
      data-starred={starred}
      data-passed={props.passed || undefined}
      data-hue={lane ? lane.index % 8 : undefined}
      data-lines={lines}
      data-cancelled={session.status === "CANCELLED" || undefined}
    >
      {!pause &&
        !session.allDay &&
        Array.from({ length: across }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
          <span key={index} className="extent" style={{ gridColumn: index + 1 }} aria-hidden="true" />
        ))}
      <span className={across > 1 || pause ? "capsule" : "station"} aria-hidden="true" />
      <div className="what" style={{ blockSize: across > 1 ? undefined : `${props.space}rem` }}>
        {isCurrent ? (
          <p className="title" dir="auto" style={{ WebkitLineClamp: lines }}>
            {session.title}
          </p>
        ) : (
          <Heading className="title" dir="auto" style={{ WebkitLineClamp: lines }}>
            <a href={sessionHash(session.id)}>{session.title}</a>
          </Heading>
        )}
        <p className="facts" style={{ maxBlockSize: `${factLines * FACTS}rem` }}>
          {session.status === "CANCELLED" && <strong className="cancelled">{t("Cancelled")}</strong>}
          {mark !== null && <strong>{mark}</strong>}
          {minutesLeft !== null && (
            <strong className="live">{t("Now · {minutes} min left", { minutes: minutesLeft })}</strong>
          )}
          {props.passed && <span>{t("Not for me")}</span>}
          <When session={session} timeZone={timeZone} />
          {kind && <span>{kind}</span>}
          {session.part && <span>{partWords(session)}</span>}
          {session.room && (
            <span className="hidden" dir="auto">
              {session.room}
            </span>
          )}
        </p>
      </div>
      {!pause && !isCurrent && <StarButton session={session} starred={starred} onToggle={props.onToggle} />}
    </article>
  );
});

function When({ session, timeZone }: { readonly session: Session; readonly timeZone: string }) {
  const { startsAt, endsAt, allDay } = session;
  if (allDay) return <span>{t("All day")}</span>;
  return (
    <span className="when-cell">
      <time dateTime={new Date(startsAt).toISOString()}>{clockTime(startsAt, timeZone)}</time>
      {endsAt > startsAt && (
        <>
          <span className="hidden">{t("until")}</span>
          <span aria-hidden="true"> – </span>
          <time dateTime={new Date(endsAt).toISOString()}>{clockTime(endsAt, timeZone)}</time>
        </>
      )}
    </span>
  );
}
