import { Settings } from "lucide-react";
import { lazy, Suspense, useCallback, useMemo, useRef } from "react";
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
import { readSources } from "../store/sources";
import { readAsked } from "../store/wishes";
import { ChangesLine } from "./changes/changes-line";
import { useNews } from "./changes/unlooked";
import { organisersWords } from "./embedded-feed";
import { isFirstAsked } from "./first/give-way";
import { useLeaveWord, useLeaveZone } from "./first/leave-word";
import { TakeOver } from "./first/take-over";
import type { FirstRead } from "./first-read";
import { FocusOnArrival } from "./focus-on-arrival";
import { titleOf, useTitle } from "./page-title";
import { ConferenceName } from "./parts/conference-name";
import { DropNote } from "./parts/drop-note";
import { FootNotes } from "./parts/foot-notes";
import { Freshness } from "./parts/freshness";
import { HeldNotice } from "./parts/held-notice";
import { NavBar } from "./parts/nav-bar";
import { NoSchedule } from "./parts/no-schedule";
import { Notices } from "./parts/notices";
import { RehearsalBanner } from "./parts/rehearsal-banner";
import { Switcher } from "./parts/switcher";
import { Toast } from "./parts/toast";
import { wasOpenedHere } from "./place";
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
import { useOwnEntries } from "./use-own-entries";
import { useStarred, useWaitingStars } from "./use-starred";

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
const TravelView = lazy(async () => ({
  default: (await loadView(() => import("./travel/travel-view"))).TravelView,
}));
const SettingsView = lazy(async () => ({
  default: (await loadView(() => import("./settings/settings-view"))).SettingsView,
}));
const SiteView = lazy(async () => ({
  default: (await loadView(() => import("./site/site-view"))).SiteView,
}));
const ConferencesView = lazy(async () => ({
  default: (await loadView(() => import("./conferences/conferences-view"))).ConferencesView,
}));

/** Whom the app asks for schedules. */
export interface AppDoors {
  /** Finds what asks for a refresh of a conference; undefined for one that came as a file. */
  readonly askFor: (key: string) => AskRefresh | undefined;
  /** Gets a first schedule onto a device that has none. */
  readonly loadFirst: () => Promise<RefreshOutcome | undefined>;
}

/** The app: what is the same on every view, around the one that the address asks for. */
export function App(
  props: AppDoors & {
    readonly db: Db;
    readonly first: FirstRead;
    /** Drawn because another conference is shown from here on. */
    readonly arrives: boolean;
  },
) {
  const { db, first } = props;
  const { key } = first;
  const conference = useLive(() => readConference(db, key), [db, key], first.conference);
  const saved = useLive(() => db.freshness.get(key), [db, key], first.freshness);
  const asked = useLive(() => readAsked(db, key), [db, key], first.asked);
  const passes = useLive(() => readPasses(db, key), [db, key], first.passes);
  const sources = useLive(() => readSources(db), [db], first.sources);
  const source = sources.find((one) => one.key === key);
  const clock = useLive(() => readClock(db), [db], first.clock);
  const news = useNews(db, key, first.news);
  const held = useLive(() => readHeld(db, key), [db, key], first.held);
  const starred = useStarred(key, asked.stars);
  const whole = useOwnEntries(db, first, { conference, asked, starred });
  const passed = useMemo(() => passedOver(passes, starred), [passes, starred]);
  const now = useNow(clock);
  const { route, location } = useRoute();
  // The board for the table covers everything: nothing behind it may be reached.
  const isBoard = route.view === "table" && conference !== undefined;
  const onToggle = useCallback(
    (session: Session, isStarred: boolean) => toggleStar(db, clock, session, isStarred),
    [db, clock],
  );
  const layout = useLive(() => readSetting(db, "layout"), [db], first.layout);
  const isWide = useMedia(WIDE);
  const opened = route.view === "session" && whole ? sessionOf(whole.conference, route.id) : undefined;
  // Beside the day's list that it was opened from, where there is room; else a page of its own.
  const docked = isWide && !opened?.own && wasOpenedHere(location) ? opened : undefined;
  const main = useRef<HTMLElement>(null);
  const isPlain = starred.size === 0 && [passes, sources, news.changes].every(({ length }) => length === 0);
  const isQuiet = !held && !isRehearsal(clock) && (!saved?.failure || saved.failure.unreachable);
  useWaitingStars(db, key, conference, asked.stars, onToggle);
  useLeaveZone(conference);
  useLeaveWord(saved, key === HOME && isPlain && isQuiet);
  useTitle(conference?.name, titleOf(route, opened));

  // Until there is a schedule, the one that came with the page is shown where the address asks for it.
  const isReady = conference !== undefined || !isFirstAsked();

  return (
    <div className={docked ? "app with-dock" : "app"}>
      {isReady && <TakeOver />}
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
              <ConferenceName
                name={conference?.name}
                logo={key === HOME ? organisersWords().logo : undefined}
              />
              <Freshness {...{ saved, source }} ask={props.askFor(key)} />
              <a href="#/settings" className="icon-button" aria-label={t("Settings")}>
                <Settings aria-hidden="true" size={20} />
              </a>
            </div>
            <Switcher {...{ db, sources }} current={key} />
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
        {held && <HeldNotice {...{ db, held }} conference={key} />}
        {!isBoard && (
          <ChangesLine
            {...{ news, starred }}
            view={route.view === "schedule" || route.view === "agenda" ? route.view : null}
          />
        )}
        {conference && whole ? (
          <Suspense fallback={null}>
            {route.view === "schedule" && (
              <ScheduleView
                {...{ db, conference, starred, passed, now, location, layout, onToggle }}
                day={route.day}
              />
            )}
            {route.view === "now" && (
              <NowView {...{ db, conference, starred, passed, now, location, onToggle }} />
            )}
            {route.view === "agenda" && <AgendaView {...{ db, clock, now, location, onToggle }} {...whole} />}
            {route.view === "travel" && (
              <TravelView {...{ db, conference, starred, clock, now, route, location, onToggle }} />
            )}
            {route.view === "changes" && <ChangesView {...{ db, conference, news, starred, location }} />}
            {route.view === "session" && (
              <DockedSession
                {...(opened?.own ? whole : { conference, asked })}
                {...{ db, starred, passed, clock, now, location, onToggle }}
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
            {route.view === "table" && <TableView {...{ db, clock, now }} {...whole} />}
            {route.view === "reminders" && <RemindersView {...{ db, clock, now, location }} {...whole} />}
            {route.view === "settings" && <SettingsView {...{ db, asked, sources, now, location }} />}
            {route.view === "conferences" && <ConferencesView {...{ db, location }} current={key} />}
            {route.view === "site" && <SiteView {...{ db, conference, saved, source, route, location }} />}
            <FocusOnArrival location={pathOf(location)} main={main} arrives={props.arrives} />
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
        <FootNotes>
          <InAppReminders {...{ db, clock, now }} />
          <DropNote />
          <Toast />
          <UpdateOffer />
          {route.view !== "reminders" && <ReminderOffer db={db} starred={(whole?.starred ?? starred).size} />}
        </FootNotes>
      )}
    </div>
  );
}
