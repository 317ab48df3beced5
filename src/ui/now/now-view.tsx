import { type Conference, daysOf, todayOf } from "../../domain/conference";
import { lanesOf } from "../../domain/lanes";
import { nowNext, type RoomNow, stageOf } from "../../domain/now-next";
import { clockTime, dayName } from "../../domain/say-time";
import { isBreak, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { FirstSteps } from "../parts/first-steps";
import { FriendsNow } from "../parts/friends-now";
import { RoomTag } from "../parts/room-tag";
import { StageNote } from "../parts/stage-note";
import type { ToggleStar } from "../parts/star-button";
import { ZoneNote } from "../parts/zone-note";
import { dayHref } from "../route";
import { useScrollMemory } from "../scroll-memory";
import { InfoLine } from "./info-line";
import { NowRow } from "./now-row";

/** What is on and what comes next, room by room; before the conference how long it is, after it what stays. */
export function NowView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  /** What the attendee has said is not for them. */
  readonly passed: ReadonlySet<string>;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, passed, now, location, onToggle } = props;
  const { sessions, timeZone } = conference;
  const days = daysOf(conference);
  const allLanes = lanesOf(sessions);
  useScrollMemory(location, true);
  const today = todayOf(conference, now);
  const stage = stageOf(sessions, now);
  const { day, isLater } = dayToShow(days, today, now);
  const ofDay = (day !== null && days.get(day)) || [];
  const { breaks, rooms } = nowNext(ofDay, allLanes, now);
  const row = (session: Session, lane: RoomNow["lane"]) => (
    <NowRow
      key={session.id}
      {...{ session, lane, timeZone, now, onToggle }}
      starred={starred.has(session.id)}
      passed={passed.has(session.id)}
    />
  );
  return (
    <div className="column now-page">
      <div className="day-head">
        <h1 tabIndex={-1}>{t("Now")}</h1>
        <p>
          {t("{day}, {time}", { day: dayName(today), time: clockTime(now, timeZone) })} ·{" "}
          <ZoneNote timeZone={timeZone} at={now} />
        </p>
      </div>
      <InfoLine />
      <StageNote {...{ stage, sessions, now, timeZone }} starred={starred.size} />
      {stage === "before" && <FirstSteps {...{ db, stage }} starred={starred.size} />}
      {stage !== "over" && isLater && day !== null && (
        <h2 className="day">{t("First on {day}", { day: dayName(day) })}</h2>
      )}
      {breaks.length > 0 && <div className="now-breaks">{breaks.map((session) => row(session, null))}</div>}
      {stage !== "over" && (
        <div className="now-rooms">
          {rooms.map(({ lane, on, next }) => (
            <section key={lane?.room ?? ""} aria-label={lane?.room ?? t("Everywhere")}>
              <h2 className="now-room">{lane ? <RoomTag lane={lane} /> : t("Everywhere")}</h2>
              {[...on, ...next].map((session) => row(session, lane))}
              {next.length === 0 && <p className="quiet now-last">{t("The last one here today.")}</p>}
            </section>
          ))}
        </div>
      )}
      {stage !== "over" && <FriendsNow {...{ db, conference, now }} />}
      {day !== null && (
        <p>
          <a className="icon-link" href={dayHref(day)}>
            {t("All of {day}", { day: dayName(day) })}
          </a>
        </p>
      )}
    </div>
  );
}

/** Today, while something is yet to come on it; else the next day that holds something; null after the last. */
function dayToShow(
  days: ReadonlyMap<string, readonly Session[]>,
  today: string,
  now: number,
): { readonly day: string | null; readonly isLater: boolean } {
  for (const [day, ofDay] of days) {
    if (day < today) continue;
    const isLeft = ofDay.some((session) => session.endsAt > now && !session.allDay && !isBreak(session));
    if (isLeft) return { day, isLater: day !== today };
  }
  return { day: [...days.keys()].at(-1) ?? null, isLater: false };
}
