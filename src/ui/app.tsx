import { Settings } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import { isRehearsal } from "../domain/clock";
import { sessionOf } from "../domain/conference";
import { passedOver } from "../domain/pass";
import type { Session } from "../domain/session";
import { t } from "../domain/speech";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import type { Db } from "../store/db";
import { readHeld } from "../store/held";
import { HOME } from "../store/home";
import type { AskRefresh } from "../store/keep-fresh";
import { readPasses } from "../store/passes";
import type { RefreshOutcome } from "../store/refresh";
import { readSetting } from "../store/settings";
import { readAsked } from "../store/wishes";
import { ChangesLine } from "./changes/changes-line";
import { useNews } from "./changes/unlooked";
import type { FirstRead } from "./first-read";
import { titleOf, useTitle } from "./page-title";
import { Freshness } from "./parts/freshness";
import { HeldNotice } from "./parts/held-notice";
import { NavBar } from "./parts/nav-bar";
import { NoSchedule } from "./parts/no-schedule";
import { Notices } from "./parts/notices";
import { RehearsalBanner } from "./parts/rehearsal-banner";
import { Toast } from "./parts/toast";
import { takeReturn, wasOpenedHere } from "./place";
import { InAppReminders } from "./reminders/in-app-reminders";
import { ReminderOffer } from "./reminders/reminder-offer";
import { pathOf, useRoute } from "./route";
import { ScheduleView } from "./schedule/schedule-view";
import { toggleStar } from "./star-actions";
import { loadView } from "./update/load-view";
import { UpdateOffer } from "./update/update-offer";
import { useLive } from "./use-live";
import { useMedia, WIDE } from "./use-media";
import { useNow } from "./use-now";

// What the first screen does not need comes when it is asked for; the service worker has it by then.
const DockedSession = lazy(async () => ({
  default: (await loadView(() => import("./dock/docked-session"))).DockedSession,
}));
const NowView = lazy(async () => ({
  default: (await loadView(() => import("./now/now-view"))).NowView,
}));
const ShortcutSheet = lazy(async () => ({
  default: (await loadView(() => import("./keyboard/shortcut-sheet"))).ShortcutSheet,
}));
const AgendaView = lazy(async () => ({
  default: (await loadView(() => import("./agenda/agenda-view"))).AgendaView,
}));
const SearchView = lazy(async () => ({
  default: (await loadView(() => import("./find/search-view"))).SearchView,
}));
const RemindersView = lazy(async () => ({
  default: (await loadView(() => import("./reminders/reminders-view"))).RemindersView,
}));

const ChangesView = lazy(async () => ({
  default: (await loadView(() => import("./changes/changes-view"))).ChangesView,
}));

const TableView = lazy(async () => ({
  default: (await loadView(() => import("./table/table-view"))).TableView,
}));

const SettingsView = lazy(async () => ({
  default: (await loadView(() => import("./settings/settings-view"))).SettingsView,
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
  const passes = useLive(() => readPasses(db, HOME), [db], first.passes);
  const clock = useLive(() => readClock(db), [db], first.clock);
  const news = useNews(db, first.news);
  const held = useLive(() => readHeld(db, HOME), [db], first.held);
  const starred = useMemo(() => new Set(asked.stars.map(({ sessionId }) => sessionId)), [asked.stars]);
  const passed = useMemo(() => passedOver(passes, starred), [passes, starred]);
  const now = useNow(clock);
  const { route, location } = useRoute();
  // The board for the table covers everything: nothing behind it may be reached.
  const isBoard = route.view === "table" && conference !== undefined;
  const onToggle = useCallback(
    (session: Session, isStarred: boolean) => void toggleStar(db, clock, session, isStarred),
    [db, clock],
  );
  const layout = useLive(() => readSetting(db, "layout"), [db], first.layout);
  const isWide = useMedia(WIDE);
  const opened = route.view === "session" && conference ? sessionOf(conference, route.id) : undefined;
  // Beside the day's list that it was opened from, where there is room; else a page of its own.
  const docked = isWide && wasOpenedHere(location) ? opened : undefined;
  const main = useRef<HTMLElement>(null);
  useTitle(conference?.name, titleOf(route, opened));

  return (
    <div className={docked ? "app with-dock" : "app"}>
      {!isBoard && (
        <button type="button" className="skip" onClick={() => main.current?.focus()}>
          {t("Skip to content")}
        </button>
      )}
      {isRehearsal(clock) && (
        <RehearsalBanner {...{ db, clock, now }} conference={conference ?? { timeZone: "UTC" }} />
      )}
      {!isBoard && (
        <>
          <header className="masthead">
            <div className="column">
              <p className="name" dir="auto">
                <a href="#/">{conference?.name ?? document.title}</a>
              </p>
              <Freshness saved={saved} onRefresh={(signal) => ask("asked", signal)} />
              <a href="#/settings" className="icon-button" aria-label={t("Settings")}>
                <Settings aria-hidden="true" size={20} />
              </a>
            </div>
          </header>
          <NavBar view={route.view} />
        </>
      )}
      {conference && docked && (
        <aside className="beside" aria-label={t("Sessions of the day")}>
          <ScheduleView
            {...{ db, conference, starred, passed, now, location, layout, onToggle }}
            day={docked.day}
            current={docked.id}
          />
        </aside>
      )}
      <main ref={main} tabIndex={-1}>
        <Notices failure={conference ? (saved?.failure ?? null) : null} />
        {held && <HeldNotice {...{ db, held }} />}
        {!isBoard && (
          <ChangesLine
            {...{ news, starred }}
            view={route.view === "schedule" || route.view === "agenda" ? route.view : null}
          />
        )}
        {conference ? (
          <Suspense fallback={null}>
            {route.view === "schedule" && (
              <ScheduleView
                {...{ db, conference, starred, passed, now, location, layout, onToggle }}
                day={route.day}
              />
            )}
            {route.view === "now" && (
              <NowView {...{ conference, starred, passed, now, location, onToggle }} />
            )}
            {route.view === "agenda" && (
              <AgendaView {...{ db, conference, starred, asked, clock, now, location, onToggle }} />
            )}
            {route.view === "changes" && <ChangesView {...{ db, conference, news, starred, location }} />}
            {route.view === "session" && (
              <DockedSession
                {...{ db, conference, starred, passed, asked, clock, now, location, onToggle }}
                id={route.id}
                dockedBeside={docked?.day ?? null}
              />
            )}
            {route.view === "search" && (
              <SearchView
                {...{ db, conference, starred, passed, now, location, onToggle }}
                query={route.query}
              />
            )}
            {route.view === "table" && <TableView {...{ db, conference, starred, asked, clock, now }} />}
            {route.view === "reminders" && (
              <RemindersView {...{ db, conference, asked, clock, now, location }} />
            )}
            {route.view === "settings" && <SettingsView {...{ db, asked, now, location }} />}
            <FocusOnArrival location={pathOf(location)} main={main} />
          </Suspense>
        ) : (
          <NoSchedule load={props.loadFirst} />
        )}
      </main>
      {!isBoard && (
        <Suspense fallback={null}>
          <ShortcutSheet db={db} />
        </Suspense>
      )}
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
    const goneBackTo = takeReturn();
    // Beside the list it scrolls by itself.
    if (!goneBackTo) main.current?.scrollTo(0, 0);
    const arrival = goneBackTo ?? main.current?.querySelector<HTMLElement>("[data-arrival]");
    (arrival ?? main.current?.querySelector("h1"))?.focus({ preventScroll: true });
  }, [location, main]);
  return null;
}
