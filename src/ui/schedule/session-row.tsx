import { memo, type ReactNode } from "react";
import type { Lane } from "../../domain/lanes";
import type { RowLines } from "../../domain/line";
import { duration } from "../../domain/say-time";
import { cancelledWords, isBreak, partWords, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { sessionHash } from "../../reminders/card";
import { useChangeMark } from "../changes/unlooked";
import { Clock } from "../parts/clock";
import { kindName } from "../parts/kind-name";
import { RoomTag } from "../parts/room-tag";
import { StarButton, type ToggleStar } from "../parts/star-button";
import { Lines, type Phase } from "./lines";

export interface SessionRowProps extends Partial<RowLines> {
  readonly session: Session;
  readonly starred: boolean;
  /** The attendee has said that it is not for them. */
  readonly passed?: boolean;
  readonly phase: Phase;
  /** Minutes to the end of a session that is on; null otherwise, so that other rows stay as they are. */
  readonly minutesLeft: number | null;
  readonly lanes: readonly Lane[];
  readonly own: Lane | null;
  readonly timeZone: string;
  readonly heading: "h2" | "h3";
  /** It is open beside the list: there are its heading, its link and its star. */
  readonly isCurrent?: boolean;
  /** Far from what is seen: its time, title and star alone, the same elements as in full. */
  readonly isOutline?: boolean;
  readonly onToggle: ToggleStar;
  /** What stands where the star is on a session, on the attendee's own entry. */
  readonly edit?: ReactNode;
  /** The title with what was searched for marked, in place of the plain one. */
  readonly titleMarks?: ReactNode;
  readonly children?: ReactNode;
}

/** One session in a list. The whole row opens it; the star lies above. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const {
    session,
    starred,
    phase,
    lanes,
    own,
    timeZone,
    heading: Heading,
    isCurrent,
    isOutline,
    onToggle,
  } = props;
  const { traffic = "", path = "" } = props;
  const pause = isBreak(session);
  const lasts = session.endsAt > session.startsAt;
  return (
    <article
      aria-label={session.title}
      aria-current={isCurrent || undefined}
      data-session={session.id}
      className={pause ? "row pause" : "row"}
      data-phase={phase}
      data-starred={starred}
      data-passed={props.passed || undefined}
      data-own={session.own}
      data-cancelled={session.status === "CANCELLED" || undefined}
      data-outline={isOutline || undefined}
    >
      <p className="gutter">
        <time dateTime={new Date(session.startsAt).toISOString()}>
          {session.allDay ? t("All day") : <Clock at={session.startsAt} timeZone={timeZone} />}
        </time>
        {lasts && !session.allDay && !isOutline && (
          <span className="until">
            <span className="hidden">{t("until")} </span>
            <span aria-hidden="true">– </span>
            <time dateTime={new Date(session.endsAt).toISOString()}>
              <Clock at={session.endsAt} timeZone={timeZone} />
            </time>
          </span>
        )}
      </p>
      {!isOutline && <Lines {...{ lanes, own, traffic, path }} mark={pause ? "interchange" : "station"} />}
      <div className="what">
        {isCurrent ? (
          <p className="title" dir="auto">
            {session.title}
          </p>
        ) : (
          <Heading className="title" dir="auto">
            <a href={sessionHash(session.id)}>{props.titleMarks ?? session.title}</a>
          </Heading>
        )}
        {!isOutline && <Facts {...props} />}
        {!isOutline && props.children}
      </div>
      {session.own
        ? props.edit
        : !pause && !isCurrent && <StarButton {...{ session, starred, onToggle, isOutline }} />}
    </article>
  );
});

/** What there is to know of a session beside its time and title. */
function Facts(props: SessionRowProps) {
  const { session, minutesLeft, own } = props;
  const lasts = session.endsAt > session.startsAt;
  const kind = kindName(session);
  const mark = useChangeMark(session.id);
  return (
    <p className="facts">
      {session.status === "CANCELLED" && <strong className="cancelled">{cancelledWords(session)}</strong>}
      {mark !== null && <strong>{mark}</strong>}
      {minutesLeft !== null && (
        <strong className="live">{t("Now · {minutes} min left", { minutes: minutesLeft })}</strong>
      )}
      {props.passed && <span>{t("Not for me")}</span>}
      {kind && <span>{kind}</span>}
      {session.part && <span>{partWords(session)}</span>}
      {lasts && minutesLeft === null && !session.allDay && (
        <span>{duration(session.endsAt - session.startsAt)}</span>
      )}
      {own && !isBreak(session) && <RoomTag lane={own} />}
      {!own && session.own && session.room && <bdi>{session.room}</bdi>}
    </p>
  );
}
