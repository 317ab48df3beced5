import { useMemo, useState } from "react";
import { type Conference, daysOf } from "../../domain/conference";
import { lanesOf } from "../../domain/lanes";
import { stageOf } from "../../domain/now-next";
import { dayName } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { sessionsOfFriend, together, type Whose, whereabouts } from "../../domain/with-friend";
import type { Db } from "../../store/db";
import { putFriend, readFriends, removeFriend } from "../../store/friends";
import type { ToggleStar } from "../parts/star-button";
import { say } from "../parts/toast";
import { whereWords } from "../parts/where-words";
import { minutesLeft, phaseOf } from "../schedule/phase";
import { SessionRow } from "../schedule/session-row";
import { Options } from "../settings/options";
import { shown } from "../shown";
import { useLive } from "../use-live";

type Choice = "all" | Whose;

/** A friend's agenda beside one's own. */
export function FriendView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly id: string;
  readonly now: number;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, id, now, onToggle } = props;
  const friends = useLive(() => readFriends(db, shown.get()), [db], null);
  const friend = friends?.find((one) => one.id === id);
  const [choice, setChoice] = useState<Choice>("all");
  const both = useMemo(() => friend && together(conference, starred, friend), [conference, starred, friend]);
  const lanes = lanesOf(conference.sessions);
  if (friends === null) return null;
  if (!friend || !both) {
    return (
      <div className="column travel-page">
        <h1 tabIndex={-1}>{t("Nobody’s agenda")}</h1>
        <p>{t("No friend’s agenda is kept at this address. It may have been removed.")}</p>
        <p>
          <a href="#/agenda">{t("Agenda")}</a>
        </p>
      </div>
    );
  }
  const { name } = friend;
  const laneOf = ({ room }: Session) => {
    const own = (room && lanes.get(room)) || null;
    return { own, lanes: own ? [own] : [] };
  };
  const isOver = stageOf(conference.sessions, now) === "over";
  const count = (whose: Whose) => both.sessions.filter((one) => one.whose === whose).length;
  const listed = both.sessions.filter(({ whose }) => choice === "all" || choice === whose);
  const whoseIs = new Map(listed.map(({ session, whose }) => [session, whose]));
  const days = daysOf({ sessions: listed.map(({ session }) => session) });
  const remove = async () => {
    const row = await removeFriend(db, shown.get(), id);
    const conference = shown.get();
    location.hash = "#/agenda";
    say(t("Removed: the agenda of {name}", { name }), row && (() => void putFriend(db, conference, row)));
  };
  return (
    <div className="column travel-page">
      <p className="crumb">
        <a href="#/agenda">{t("Agenda")}</a>
      </p>
      <h1 tabIndex={-1}>{t("You and {name}", { name })}</h1>
      <p className="whereabouts">
        {whereWords(name, whereabouts(sessionsOfFriend(conference, friend), now), conference.timeZone)}
      </p>
      {both.gone > 0 && (
        <p className="quiet">
          {t(
            "{count, plural, one {One session of theirs is no longer in the programme.} other {# sessions of theirs are no longer in the programme.}}",
            { count: both.gone },
          )}
        </p>
      )}
      <Options
        name="whose"
        label={t("Show")}
        chosen={choice}
        onChoose={setChoice}
        options={[
          ["all", t("All ({count})", { count: both.sessions.length })],
          ["both", t("Both of you ({count})", { count: count("both") })],
          ["mine", t("Only you ({count})", { count: count("mine") })],
          ["theirs", t("Only {name} ({count})", { name, count: count("theirs") })],
        ]}
      />
      {listed.length === 0 && <p className="empty">{t("No session.")}</p>}
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={dayName(day)}>
          <h2 className="day">{dayName(day)}</h2>
          {ofDay.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              starred={starred.has(session.id)}
              phase={isOver ? "next" : phaseOf(session, now)}
              minutesLeft={minutesLeft(session, now)}
              {...laneOf(session)}
              timeZone={conference.timeZone}
              heading="h3"
              onToggle={onToggle}
            >
              {choice === "all" && (
                <p className="whose">{whoseWords(whoseIs.get(session) ?? "mine", name)}</p>
              )}
            </SessionRow>
          ))}
        </section>
      ))}
      <p className="actions">
        <button type="button" className="button" onClick={() => void remove()}>
          {t("Remove the agenda of {name}", { name })}
        </button>
      </p>
    </div>
  );
}

function whoseWords(whose: Whose, name: string): string {
  switch (whose) {
    case "both":
      return t("You and {name}", { name });
    case "mine":
      return t("Only you");
    case "theirs":
      return t("Only {name}", { name });
  }
}
