import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import { isRehearsal } from "../domain/clock";
import type { Session } from "../domain/session";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import { type Db, HOME } from "../store/db";
import type { AskRefresh } from "../store/keep-fresh";
import type { RefreshOutcome } from "../store/refresh";
import { readAsked } from "../store/wishes";
import type { FirstRead } from "./first-read";
import { Freshness } from "./parts/freshness";
import { NavBar } from "./parts/nav-bar";
import { NoSchedule } from "./parts/no-schedule";
import { Notices } from "./parts/notices";
import { RehearsalBanner } from "./parts/rehearsal-banner";
import { Toast } from "./parts/toast";
import { InAppReminders } from "./reminders/in-app-reminders";
import { ReminderOffer } from "./reminders/reminder-offer";
import { type Route, useRoute } from "./route";
import { ScheduleView } from "./schedule/schedule-view";
import { toggleStar } from "./star-actions";
import { loadView } from "./update/load-view";
import { UpdateOffer } from "./update/update-offer";
import { useLive } from "./use-live";
import { useNow } from "./use-now";

// What the first screen does not need comes when it is asked for; the service worker has it by then.
const SessionView = lazy(async () => ({
  default: (await loadView(() => import("./session/session-view"))).SessionView,
}));
const AgendaView = lazy(async () => ({
  default: (await loadView(() => import("./agenda/agenda-view"))).AgendaView,
}));
const RemindersView = lazy(async () => ({
  default: (await loadView(() => import("./reminders/reminders-view"))).RemindersView,
}));

const TableView = lazy(async () => ({
  default: (await loadView(() => import("./table/table-view"))).TableView,
}));

/** The app: what is the same on every view, around the one that the address asks for. */
export function App(props: {
  readonly db: Db;
  readonly first: FirstRead;
  readonly ask: AskRefresh;
  /** Gets a first schedule onto a device that has none. */
  readonly loadFirst: () => Promise<RefreshOutcome | undefined>;
}) {
  const { db, first, ask } = props;
  const conference = useLive(() => readConference(db, HOME), [db], first.conference);
  const saved = useLive(() => db.freshness.get(HOME), [db], first.freshness);
  const asked = useLive(() => readAsked(db, HOME), [db], first.asked);
  const clock = useLive(() => readClock(db), [db], first.clock);
  const starred = useMemo(() => new Set(asked.stars.map(({ sessionId }) => sessionId)), [asked.stars]);
  const now = useNow(clock);
  const { route, location } = useRoute();
  // The board for the table covers everything: nothing behind it may be reached.
  const isBoard = route.view === "table" && conference !== undefined;
  const onToggle = useCallback(
    (session: Session, isStarred: boolean) => void toggleStar(db, clock, session, isStarred),
    [db, clock],
  );
  const main = useRef<HTMLElement>(null);
  useTitle(conference?.name, titleOf(route, conference?.sessions));

  return (
    <div className="app">
      {!isBoard && (
        <button type="button" className="skip" onClick={() => main.current?.focus()}>
          Skip to content
        </button>
      )}
      {isRehearsal(clock) && (
        <RehearsalBanner {...{ db, clock, now }} timeZone={conference?.timeZone ?? "UTC"} />
      )}
      {!isBoard && (
        <>
          <header className="masthead">
            <div className="column">
              <p className="name" dir="auto">
                <a href="#/">{conference?.name ?? document.title}</a>
              </p>
              <Freshness saved={saved} onRefresh={() => ask("asked")} />
            </div>
          </header>
          <NavBar view={route.view} />
        </>
      )}
      <main ref={main} tabIndex={-1}>
        <Notices failure={conference ? (saved?.failure ?? null) : null} />
        {conference ? (
          <Suspense fallback={null}>
            {route.view === "schedule" && (
              <ScheduleView {...{ conference, starred, now, location, onToggle }} day={route.day} />
            )}
            {route.view === "agenda" && (
              <AgendaView {...{ db, conference, starred, asked, now, location, onToggle }} />
            )}
            {route.view === "session" && (
              <SessionView
                {...{ db, conference, starred, asked, clock, now, location, onToggle }}
                id={route.id}
              />
            )}
            {route.view === "table" && <TableView {...{ db, conference, starred, asked, clock, now }} />}
            {route.view === "reminders" && (
              <RemindersView {...{ db, conference, asked, clock, now, location }} />
            )}
            <FocusOnArrival location={location} main={main} />
          </Suspense>
        ) : (
          <NoSchedule load={props.loadFirst} />
        )}
      </main>
      {!isBoard && (
        <div className="foot-notes">
          <InAppReminders {...{ conference, clock, now }} />
          <Toast />
          <UpdateOffer />
          {route.view !== "reminders" && <ReminderOffer db={db} starred={starred.size} />}
        </div>
      )}
    </div>
  );
}

function titleOf(route: Route, sessions: readonly Session[] | undefined): string | null {
  switch (route.view) {
    case "schedule":
      return null;
    case "agenda":
      return "Agenda";
    case "reminders":
      return "Reminders";
    case "table":
      return "On my table";
    case "session":
      return sessions?.find(({ id }) => id === route.id)?.title ?? null;
  }
}

/** Names the page after its view. */
function useTitle(conferenceName: string | undefined, viewName: string | null): void {
  useEffect(() => {
    if (conferenceName) document.title = viewName ? `${viewName} · ${conferenceName}` : conferenceName;
  }, [conferenceName, viewName]);
}

/**
 * Moves the focus to a view's heading when the attendee gets there. It stands beside the views, so that a
 * view whose code has yet to come is waited for.
 */
function FocusOnArrival(props: {
  readonly location: string;
  readonly main: React.RefObject<HTMLElement | null>;
}) {
  const { location, main } = props;
  const shown = useRef(location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    main.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [location, main]);
  return null;
}
