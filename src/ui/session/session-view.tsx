import { ExternalLink, MapPin } from "lucide-react";
import { useMemo } from "react";
import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import { lanesOf } from "../../domain/lanes";
import type { Asked } from "../../domain/reminder";
import { clockTime, dayName, duration, sameClock } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { sessionHash } from "../../reminders/card";
import { readSessionDetails } from "../../store/conferences";
import { type Db, HOME } from "../../store/db";
import { CalendarButton } from "../agenda/calendar-button";
import { kindName } from "../parts/kind-name";
import { RoomTag } from "../parts/room-tag";
import { StarButton, type ToggleStar } from "../parts/star-button";
import { deviceZone, ZoneNote } from "../parts/zone-note";
import { dayHref } from "../route";
import { useScrollMemory } from "../scroll-memory";
import { useLive } from "../use-live";
import { Markdown } from "./markdown";
import { RingsNote } from "./rings-note";

/** Everything about one session. */
export function SessionView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly id: string;
  readonly starred: ReadonlySet<string>;
  readonly asked: Asked;
  readonly clock: Clock;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, id, starred, asked, clock, now, location, onToggle } = props;
  const session = conference.sessions.find((candidate) => candidate.id === id);
  const details = useLive(() => readSessionDetails(db, HOME, id), [db, id, conference], undefined);
  useScrollMemory(location, !session || details !== undefined);
  const lanes = useMemo(() => lanesOf(conference.sessions), [conference]);
  if (!session) return <NoSuchSession />;

  const kind = kindName(session);
  const lane = session.room && lanes.get(session.room);
  return (
    <div className="column session-page">
      <p className="crumb">
        <a href={dayHref(session.day)}>{dayName(session.day)}</a>
      </p>
      <div className="session-head">
        <div>
          {kind && <p className="kind">{kind}</p>}
          <h1 tabIndex={-1} dir="auto">
            {session.title}
          </h1>
        </div>
        <StarButton session={session} starred={starred.has(session.id)} onToggle={onToggle} />
      </div>
      {session.status === "CANCELLED" && <p className="cancelled">This session has been cancelled.</p>}
      <When session={session} timeZone={conference.timeZone} />
      <p className="where">
        {lane && <RoomTag lane={lane} />}
        {[session.venue, session.city].map(
          (place) =>
            place && (
              <span key={place} dir="auto">
                {place}
              </span>
            ),
        )}
        {session.geo && (
          <a
            className="icon-link"
            target="_blank"
            rel="noreferrer"
            href={`https://www.openstreetmap.org/?mlat=${session.geo.latitude}&mlon=${session.geo.longitude}#map=18/${session.geo.latitude}/${session.geo.longitude}`}
          >
            <MapPin aria-hidden="true" size={18} />
            Map
          </a>
        )}
      </p>
      {session.part && <Parts session={session} sessions={conference.sessions} />}
      <RingsNote {...{ db, session, asked, clock, now }} timeZone={conference.timeZone} />
      {session.categories.length > 0 && (
        <ul className="categories" aria-label="Categories">
          {session.categories.map((category) => (
            <li key={category} dir="auto">
              {category}
            </li>
          ))}
        </ul>
      )}
      {details?.description && <Markdown source={details.description} />}
      <p className="actions">
        <CalendarButton
          db={db}
          handOff={{ conference, sessions: [session], asked, now: 0, isAgenda: false }}
          label="Add this session to my calendar"
        />
        {session.url && (
          <a className="icon-link" href={session.url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden="true" size={18} />
            This session on the web
          </a>
        )}
      </p>
    </div>
  );
}

function When({ session, timeZone }: { readonly session: Session; readonly timeZone: string }) {
  const { startsAt, endsAt, allDay, day } = session;
  const own = deviceZone();
  const span = (zone: string) =>
    endsAt > startsAt ? `${clockTime(startsAt, zone)}–${clockTime(endsAt, zone)}` : clockTime(startsAt, zone);
  return (
    <div className="when">
      <p>
        <strong>{allDay ? "All day" : span(timeZone)}</strong> · {dayName(day)}
        {endsAt > startsAt && !allDay && ` · ${duration(endsAt - startsAt)}`}
      </p>
      <p className="quiet">
        <ZoneNote timeZone={timeZone} at={startsAt} />
        {!allDay && !sameClock(startsAt, timeZone, own) && ` · ${span(own)} on this device’s clock`}
      </p>
    </div>
  );
}

function Parts(props: { readonly session: Session; readonly sessions: readonly Session[] }) {
  const { session, sessions } = props;
  const { day, title, room, part } = session;
  const parts = sessions.filter((s) => s.part && s.day === day && s.title === title && s.room === room);
  return (
    <p className="parts">
      Part {part?.number} of {part?.of}
      {parts
        .filter((other) => other !== session)
        .map((other) => (
          <a key={other.id} href={sessionHash(other.id)}>
            Part {other.part?.number}
          </a>
        ))}
    </p>
  );
}

function NoSuchSession() {
  return (
    <div className="column">
      <h1 tabIndex={-1}>Not in this schedule</h1>
      <p>
        The saved schedule holds no session at this address. It may have been withdrawn, or the address may be
        cut off. <a href="#/">See all sessions</a>
      </p>
    </div>
  );
}
