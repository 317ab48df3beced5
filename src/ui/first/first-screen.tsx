import { Settings } from "lucide-react";
import { type Conference, daysOf } from "../../domain/conference";
import { lanesOf, lanesOfDay } from "../../domain/lanes";
import { linesOf } from "../../domain/line";
import { isHeld, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { ConferenceName } from "../parts/conference-name";
import { StepsBefore } from "../parts/first-steps";
import { Freshness } from "../parts/freshness";
import { NavBar } from "../parts/nav-bar";
import { StageNote } from "../parts/stage-note";
import { DayHead } from "../schedule/day-head";
import { DayTabs } from "../schedule/day-tabs";
import { drawnLanes } from "../schedule/lines";
import { SessionRow } from "../schedule/session-row";

/** So many rows are more than nearly any screen holds; those below come with the app. */
const MOST = 20;
/** So many sessions in all are written out for whoever reads without scripts. */
const MOST_UNSCRIPTED = 200;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The first screen as it is written into the page at build: the first day of the embedded conference as
 * somebody sees it who has not starred anything, before the conference and after it. Static: no state, no
 * clock, no styles of its own. `unscripted` is what stands below it where scripts are off.
 */
export function firstScreen(
  conference: Conference,
  logo?: string,
): {
  readonly shown: React.ReactElement;
  readonly unscripted: React.ReactElement;
} {
  const days = [...daysOf(conference)];
  const [first] = days;
  return {
    shown: <FirstScreen {...{ conference, days, logo }} day={first?.[0] ?? ""} ofDay={first?.[1] ?? []} />,
    unscripted: <OtherDays {...{ conference, days }} />,
  };
}

type Days = readonly (readonly [day: string, ofDay: readonly Session[]])[];

function FirstScreen(props: {
  readonly conference: Conference;
  readonly logo: string | undefined;
  readonly days: Days;
  readonly day: string;
  readonly ofDay: readonly Session[];
}) {
  const { conference, logo, days, day, ofDay } = props;
  const { timeZone, sessions } = conference;
  const note = { sessions, timeZone, starred: 0 };
  const opens = (sessions.find(isHeld) ?? sessions[0])?.startsAt ?? 0;
  return (
    <div className="app" id="first">
      <header className="masthead">
        <div className="column">
          <ConferenceName name={conference.name} logo={logo} />
          <Freshness saved={undefined} source={undefined} ask={nothingYet} />
          <a href="#/settings" className="icon-button" aria-label={t("Settings")}>
            <Settings aria-hidden="true" size={20} />
          </a>
        </div>
      </header>
      <NavBar view="schedule" />
      <main>
        <div className="alerts" />
        <DayTabs days={days.map(([name]) => name)} shown={day} today="" />
        <div className="column">
          <DayHead {...{ day, ofDay, timeZone }} isBeside={false} />
          {/* How long it is to the beginning is filled in by the page that is looked at. */}
          <div data-stage="before">
            <StageNote {...note} stage="before" now={opens} />
            <StepsBefore hasStarred={false} isReminded={false} isInstalled={false} />
          </div>
          <div data-stage="over">
            <StageNote {...note} stage="over" now={opens} />
          </div>
          <Rows {...{ conference }} ofDay={ofDay} most={MOST} heading="h2" />
        </div>
      </main>
    </div>
  );
}

/** What the first screen leaves out: for whoever has scripts turned off. */
function OtherDays({ conference, days }: { readonly conference: Conference; readonly days: Days }) {
  const { sessions, timeZone } = conference;
  if (sessions.length > MOST_UNSCRIPTED) return null;
  return (
    <>
      {days.slice(1).map(([day, ofDay]) => (
        <section key={day} className="column">
          <DayHead {...{ day, ofDay, timeZone }} isBeside={true} />
          <Rows {...{ conference, ofDay }} most={MOST_UNSCRIPTED} heading="h3" />
        </section>
      ))}
    </>
  );
}

/** As many rows as a phone shows at most. */
const IN_SIGHT = 8;

function Rows(props: {
  readonly conference: Conference;
  readonly ofDay: readonly Session[];
  readonly most: number;
  readonly heading: "h2" | "h3";
}) {
  const { conference, ofDay, most, heading } = props;
  const { timeZone, sessions } = conference;
  const all = lanesOf(sessions);
  const lanes = lanesOfDay(ofDay, all);
  // By no clock: nothing is on, nothing is over.
  const lines = linesOf(ofDay, drawnLanes(lanes), NOBODY, Number.NEGATIVE_INFINITY);
  return (
    <ol className="line">
      {ofDay.slice(0, most).map((session, index) => (
        <li key={session.id} className={index < IN_SIGHT ? undefined : "below"}>
          <SessionRow
            {...{ session, lanes, timeZone, heading }}
            {...lines[index]}
            own={(session.room && all.get(session.room)) || null}
            starred={false}
            phase="next"
            minutesLeft={null}
            onToggle={nothing}
          />
        </li>
      ))}
    </ol>
  );
}

async function nothing(): Promise<boolean> {
  return false;
}

async function nothingYet(): Promise<undefined> {}
