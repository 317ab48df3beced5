import { memo, type ReactNode } from "react";
import type { Lane } from "../../domain/lanes";
import { clockTime, duration } from "../../domain/say-time";
import { isBreak, partWords, type Session } from "../../domain/session";
import { sessionHash } from "../../reminders/card";
import { kindName } from "../parts/kind-name";
import { RoomTag } from "../parts/room-tag";
import { StarButton, type ToggleStar } from "../parts/star-button";
import { Lines, type Phase } from "./lines";

export interface SessionRowProps {
  readonly session: Session;
  readonly starred: boolean;
  readonly phase: Phase;
  /** Minutes to the end of a session that is on; null otherwise, so that other rows stay as they are. */
  readonly minutesLeft: number | null;
  readonly lanes: readonly Lane[];
  readonly own: Lane | null;
  readonly timeZone: string;
  readonly heading: "h2" | "h3";
  readonly onToggle: ToggleStar;
  readonly children?: ReactNode;
}

/** One session in a list. The whole row opens it; the star lies above. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { session, starred, phase, minutesLeft, lanes, own, timeZone, heading: Heading, onToggle } = props;
  const pause = isBreak(session);
  const lasts = session.endsAt > session.startsAt;
  const kind = kindName(session);
  return (
    <article
      aria-label={session.title}
      className={pause ? "row pause" : "row"}
      data-phase={phase}
      data-starred={starred}
      data-cancelled={session.status === "CANCELLED" || undefined}
    >
      <p className="gutter">
        <time dateTime={new Date(session.startsAt).toISOString()}>
          {session.allDay ? "All day" : clockTime(session.startsAt, timeZone)}
        </time>
        {lasts && !session.allDay && (
          <span className="until">
            <span className="hidden">until </span>
            <span aria-hidden="true">– </span>
            <time dateTime={new Date(session.endsAt).toISOString()}>
              {clockTime(session.endsAt, timeZone)}
            </time>
          </span>
        )}
      </p>
      <Lines lanes={lanes} own={own} mark={pause ? "interchange" : "station"} />
      <div className="what">
        <Heading className="title" dir="auto">
          <a href={sessionHash(session.id)}>{session.title}</a>
        </Heading>
        <p className="facts">
          {session.status === "CANCELLED" && <strong className="cancelled">Cancelled</strong>}
          {minutesLeft !== null && <strong className="live">Now · {minutesLeft} min left</strong>}
          {kind && <span>{kind}</span>}
          {session.part && <span>{partWords(session)}</span>}
          {lasts && minutesLeft === null && !session.allDay && (
            <span>{duration(session.endsAt - session.startsAt)}</span>
          )}
          {own && !pause && <RoomTag lane={own} />}
        </p>
        {props.children}
      </div>
      {!pause && <StarButton session={session} starred={starred} onToggle={onToggle} />}
    </article>
  );
});
