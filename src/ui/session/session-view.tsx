import { ExternalLink } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { categoriesOf } from "../../domain/category";
import type { Clock } from "../../domain/clock";
import { type Conference, sessionOf } from "../../domain/conference";
import { lanesOf } from "../../domain/lanes";
import type { Asked } from "../../domain/reminder";
import { dayName } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { readSessionDetails } from "../../store/conferences";
import type { Db } from "../../store/db";
import { CalendarButton } from "../agenda/calendar-button";
import { NoteField } from "../notes/note-field";
import { kindName } from "../parts/kind-name";
import { Rich } from "../parts/rich";
import { StarButton, type ToggleStar } from "../parts/star-button";
import { dayHref } from "../route";
import { useScrollMemory } from "../scroll-memory";
import { shown, showWhereHeld } from "../shown";
import { starParts } from "../star-many";
import { useLive } from "../use-live";
import { Around } from "./around";
import { EntryButtons } from "./entry-buttons";
import { Links } from "./links";
import { Markdown } from "./markdown";
import { PartsNote } from "./parts-note";
import { PassButton } from "./pass-button";
import { RingsNote } from "./rings-note";
import { ShareButton } from "./share-button";
import { When } from "./when";
import { Where } from "./where";
import { readSaid, Yours } from "./yours";

/** Everything about one session. */
export function SessionView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly id: string;
  readonly starred: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
  readonly asked: Asked;
  readonly clock: Clock;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, passed, asked, clock, now, location, onToggle } = props;
  const { timeZone } = conference;
  const session = sessionOf(conference, props.id);
  // The address may name it by an earlier id.
  const id = session?.id ?? props.id;
  const details = useLive(
    async () => (await readSessionDetails(db, shown.get(), id)) ?? null,
    [db, id, conference],
    undefined,
  );
  const said = useLive(() => readSaid(db, id), [db, id], undefined);
  useScrollMemory(location, !session || (details !== undefined && said !== undefined));
  const lanes = useMemo(() => lanesOf(conference.sessions), [conference]);
  // Before it begins one reads, from then on one writes. What has been opened stays as it is.
  const [writesFirst] = useState(session !== undefined && session.startsAt <= now);
  if (!session) return <NoSuchSession {...{ db, id }} note={said?.note ?? ""} />;

  const kind = kindName(session);
  const isStarred = starred.has(id);
  const yours = said && <Yours {...{ db, session, said, now }} />;
  return (
    <div className="column session-page">
      <p className="crumb">
        {session.own ? (
          <a href="#/agenda">{t("Agenda")}</a>
        ) : (
          <a href={dayHref(session.day)}>{dayName(session.day)}</a>
        )}
      </p>
      <div className="session-head">
        <div>
          {kind && <p className="kind">{kind}</p>}
          <h1 tabIndex={-1} dir="auto">
            {session.title}
          </h1>
        </div>
        {!session.own && <StarButton session={session} starred={isStarred} onToggle={onToggle} />}
      </div>
      {session.status === "CANCELLED" && (
        <p className="cancelled">
          {session.goneAt === undefined
            ? t("This session has been cancelled.")
            : t("This session is no longer in the schedule. It will not ring.")}
        </p>
      )}
      <When {...{ session, conference, now }} />
      <Where session={session} lane={(session.room && lanes.get(session.room)) || null} />
      <PartsNote
        {...{ session, starred }}
        sessions={conference.sessions}
        onStar={(parts) => void starParts(db, clock, parts, starred)}
      />
      <RingsNote {...{ db, session, asked, clock, now, timeZone }} />
      <p className="actions session-actions">
        {session.goneAt === undefined && (
          <CalendarButton
            db={db}
            handOff={{ conference, sessions: [session], asked, now: 0, isAgenda: false }}
            label={t("Add this session to my calendar")}
            shown={t("Calendar")}
          />
        )}
        <ShareButton session={session} timeZone={timeZone} />
        {session.own ? (
          <EntryButtons {...{ db, clock, conference, session }} />
        ) : (
          <PassButton {...{ db, session }} isStarred={isStarred} isPassed={passed.has(id)} />
        )}
      </p>
      {/* Below a text that is still to come, the rest would be pushed away from under the thumb. */}
      {details !== undefined && said !== undefined && (
        <>
          {writesFirst && yours}
          {details?.description && (
            <Markdown source={details.description} plain={conference.descriptions === "plain"} />
          )}
          {session.categories.length > 0 && (
            <ul className="categories" aria-label={t("Categories")}>
              {categoriesOf(session).map((category) => (
                <li key={category} dir="auto">
                  {category}
                </li>
              ))}
            </ul>
          )}
          {session.url && (
            <p>
              <a className="icon-link" href={session.url} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden="true" size={18} />
                {t("This session on the web")}
              </a>
            </p>
          )}
          <Links links={details?.links ?? []} />
          {!writesFirst && yours}
          <Around {...{ session, conference, lanes, starred, passed }} />
        </>
      )}
    </div>
  );
}

function NoSuchSession(props: { readonly db: Db; readonly id: string; readonly note: string }) {
  const { db, id, note } = props;
  // Its last letter may be taken away: the field stays for another.
  const [hasNote, setHasNote] = useState(false);
  if (note !== "" && !hasNote) setHasNote(true);
  // A link says nothing of its conference: it may be of another one on this device.
  useEffect(() => void showWhereHeld(db, id), [db, id]);
  return (
    <div className="column session-page">
      <h1 tabIndex={-1}>{t("Not in this schedule")}</h1>
      <p>
        <Rich
          text={t(
            "The saved schedule holds no session at this address. It may have been withdrawn, or the address may be cut off. <a>See all sessions</a>",
          )}
          marks={{ a: (words) => <a href="#/">{words}</a> }}
        />
      </p>
      {hasNote && <NoteField {...{ db }} sessionId={id} stored={note} />}
    </div>
  );
}
