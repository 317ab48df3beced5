import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { type AgendaDay, agendaOf, keepsakeOf } from "../../domain/agenda";
import { calendarDrift, driftWords } from "../../domain/calendar-drift";
import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import { draftOf } from "../../domain/entry-draft";
import { lanesOf } from "../../domain/lanes";
import { newDraft } from "../../domain/new-draft";
import { stageOf } from "../../domain/now-next";
import { saidOf } from "../../domain/remarks";
import type { Asked } from "../../domain/reminder";
import { duration } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { HOUR } from "../../domain/time";
import type { Db } from "../../store/db";
import { readTold } from "../../store/exports";
import { HOME } from "../../store/home";
import { subscribeAddress } from "../conferences/read-address";
import { ownFeed } from "../embedded-feed";
import { EntrySheet } from "../entry/entry-sheet";
import { useRemarks } from "../notes/use-remarks";
import { Rich } from "../parts/rich";
import type { ToggleStar } from "../parts/star-button";
import { ZoneNote } from "../parts/zone-note";
import { OnPaper } from "../print/on-paper";
import { PrintButton } from "../print/print-button";
import { useScrollMemory } from "../scroll-memory";
import { shown } from "../shown";
import { keepOne, starParts } from "../star-many";
import { useLive } from "../use-live";
import { AgendaDayView } from "./agenda-day";
import { AlsoNoted } from "./also-noted";
import { CalendarButton } from "./calendar-button";
import { CalendarHelp } from "./calendar-help";
import { DeviceNote } from "./device-note";
import { MarkdownButton } from "./markdown-button";
import { PastNote } from "./past-note";
import { PurgeNote } from "./purge-note";
import { TravelNote } from "./travel-note";

/** The starred sessions and the own entries by day, with what clashes, what is free and where one has to go between them. */
export function AgendaView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly asked: Asked;
  readonly clock: Clock;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, asked, clock, now, location, onToggle } = props;
  const agenda = useMemo(() => agendaOf(conference, starred), [conference, starred]);
  const allLanes = lanesOf(conference.sessions);
  useScrollMemory(location, true);
  const sessions = useMemo(() => agenda.days.flatMap((day) => day.sessions), [agenda]);
  const at = sessions[0]?.startsAt;
  const remarks = useRemarks(db);
  const told = useLive(() => readTold(db, shown.get()), [db], []);
  // What is gone from the schedule goes into a file only to be taken out of the calendar.
  const held = useMemo(() => sessions.filter(({ goneAt }) => goneAt === undefined), [sessions]);
  const drift = driftWords(calendarDrift(told, conference.sessions, starred, now));
  const own = sessions.filter((session) => session.own).length;
  /** What is being written: a new entry, or another state of one. */
  const [writing, write] = useState<Session | "new" | null>(null);
  const isOver = stageOf(conference.sessions, now) === "over";
  // The hour is enough to know what is over, and a file is not written anew each minute.
  const handOff = { conference, sessions: held, asked, now: now - (now % HOUR), isAgenda: true };
  return (
    <div className="column agenda">
      <div className="day-head">
        <h1 tabIndex={-1}>{t("Agenda")}</h1>
        {at !== undefined && (
          <p>
            {t("{count} starred", { count: sessions.length - own })} ·{" "}
            {own > 0 && (
              <>{t("{count, plural, one {# own entry} other {# own entries}}", { count: own })} · </>
            )}
            <ZoneNote timeZone={conference.timeZone} at={at} />
          </p>
        )}
      </div>
      <PastNote db={db} />
      <div role="status" aria-label={t("Your calendar")}>
        {drift && (
          <div className="notice">
            <p>{drift}</p>
            <p className="actions">
              <CalendarButton db={db} handOff={handOff} label={t("Export again")} isShort />
            </p>
          </div>
        )}
      </div>
      {sessions.length === 0 && <NothingStarred isOver={isOver} />}
      <p className="actions">
        <button type="button" className="button" onClick={() => write("new")}>
          <Plus aria-hidden="true" size={20} />
          {t("Add your own entry")}
        </button>
      </p>
      {writing && (
        <EntrySheet
          {...{ db, clock, conference }}
          session={writing === "new" ? null : writing}
          draft={writing === "new" ? newDraft(conference, starred, now) : draftOf(writing, conference)}
          onClose={() => write(null)}
        />
      )}
      {agenda.gone > 0 && (
        <p className="notice">
          {t(
            "{count, plural, one {One starred session is no longer in the programme.} other {# starred sessions are no longer in the programme.}}",
            { count: agenda.gone },
          )}
        </p>
      )}
      {isOver && sessions.length > 0 && <Keepsake days={agenda.days} />}
      {agenda.days.map((day) => (
        <AgendaDayView
          key={day.day}
          {...{ day, conference, starred, remarks, allLanes, now, isOver, onToggle }}
          next={nextOf(sessions, now)}
          onEdit={write}
          onKeep={(kept, rivals) => void keepOne(db, kept, rivals)}
          onStarParts={(parts) => void starParts(db, clock, parts, starred)}
        />
      ))}
      <AlsoNoted {...{ conference, starred, remarks, allLanes, onToggle }} />
      {saidOf(starred, remarks).size > 0 && (
        <div className="hand-off">
          <p className="actions">
            {sessions.length > 0 && (
              <>
                <CalendarButton db={db} handOff={handOff} label={t("Add to my calendar")} />
                <CalendarHelp label={t("How calendars take it")} />
              </>
            )}
            <MarkdownButton {...{ conference, starred, remarks }} />
            <PrintButton />
          </p>
          {sessions.length > 0 && <DeviceNote />}
          {sessions.length > 0 && shown.get() === HOME && (
            <p className="quiet">
              <Rich
                text={t("The whole programme in your calendar, kept up to date by it: <a>Subscribe</a>")}
                marks={{ a: (words) => <a href={subscribeAddress(ownFeed())}>{words}</a> }}
              />
            </p>
          )}
        </div>
      )}
      {!isOver && <PurgeNote db={db} />}
      <TravelNote {...{ db, conference, now }} hasStars={sessions.length > 0} />
      <OnPaper {...{ conference, starred, now, remarks }} what="agenda" />
    </div>
  );
}

function nextOf(sessions: readonly Session[], now: number): Session | null {
  return sessions.find(({ startsAt, status }) => startsAt > now && status !== "CANCELLED") ?? null;
}

function NothingStarred({ isOver }: { readonly isOver: boolean }) {
  const marks = { a: (words: string) => <a href="#/">{words}</a> };
  return (
    <p className="empty">
      {isOver ? (
        <Rich text={t("Nothing starred. <a>The programme</a> is still here to read.")} marks={marks} />
      ) : (
        <Rich
          text={t(
            "Nothing starred yet. <a>Look through the programme</a> and star what you want to see: it is kept on this device and there without a network.",
          )}
          marks={marks}
        />
      )}
    </p>
  );
}

/** What stays when all is over. */
function Keepsake({ days }: { readonly days: readonly AgendaDay[] }) {
  const had = keepsakeOf({ days, gone: 0 });
  if (had.sessions === 0) return null;
  return (
    <p className="keepsake">
      {t(
        "You had {sessions, plural, one {# session} other {# sessions}} on {days, plural, one {# day} other {# days}}: {time} in all.",
        { sessions: had.sessions, days: had.days, time: duration(had.time) },
      )}
    </p>
  );
}
