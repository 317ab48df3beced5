import { Star } from "lucide-react";
import type { Conference } from "../../domain/conference";
import type { Lane } from "../../domain/lanes";
import { alsoOn, neighboursInRoom } from "../../domain/neighbours";
import { clockTime } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { sessionHash } from "../../reminders/card";
import { RoomTag } from "../parts/room-tag";

/** What lies around a session: before and after it in its room, and beside it in the others. */
export function Around(props: {
  readonly session: Session;
  readonly conference: Conference;
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly starred: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
}) {
  const { session, conference, lanes, starred, passed } = props;
  const { previous, next } = neighboursInRoom(session, conference.sessions);
  const others = alsoOn(session, conference.sessions);
  const place = (other: Session, label: string | null) => (
    <li key={other.id} className="place" data-passed={passed.has(other.id) || undefined}>
      <p className="span">
        {clockTime(other.startsAt, conference.timeZone)}
        {other.endsAt > other.startsAt && `–${clockTime(other.endsAt, conference.timeZone)}`}
        {label && <span className="label">{label}</span>}
      </p>
      <p className="name" dir="auto">
        <a href={sessionHash(other.id)}>{other.title}</a>
      </p>
      <p className="facts">
        {starred.has(other.id) && (
          <span className="starred">
            <Star aria-hidden="true" size={16} /> {t("Starred")}
          </span>
        )}
        {passed.has(other.id) && <span>{t("Not for me")}</span>}
        {!label && laneTag(other, lanes)}
      </p>
    </li>
  );
  return (
    <>
      {others.length > 0 && (
        <section className="around" aria-labelledby="at-the-same-time">
          <h2 id="at-the-same-time">{t("At the same time")}</h2>
          <ul>{others.map((other) => place(other, null))}</ul>
        </section>
      )}
      {(previous || next) && (
        <section className="around" aria-labelledby="in-this-room">
          <h2 id="in-this-room">{t("In this room")}</h2>
          <ul>
            {previous && place(previous, t("Before"))}
            {next && place(next, t("After"))}
          </ul>
        </section>
      )}
    </>
  );
}

function laneTag({ room }: Session, lanes: ReadonlyMap<string, Lane>) {
  const lane = room && lanes.get(room);
  return lane ? <RoomTag lane={lane} /> : null;
}
