import { useId, useState } from "react";
import type { Clock } from "../../domain/clock";
import { daysOf } from "../../domain/conference";
import { clockTime, dayName } from "../../domain/say-time";
import { type Session, sessionCount } from "../../domain/session";
import { t } from "../../domain/speech";
import { detectDevice } from "../../reminders/device";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import { putFriend, readFriends } from "../../store/friends";
import { takeAgenda } from "../../store/take-agenda";
import { say } from "../parts/toast";
import { linkTo, showConference } from "../shown";
import { askToPersist, sayNotKept } from "../star-actions";
import { copyLink } from "./copy-link";
import type { Preview } from "./preview-of";

/** "12 sessions of Pencil Days" */
export function holdsWords({ sessions, missing, here }: Preview): string {
  return t("{sessions} of {name}", {
    sessions: sessionCount(sessions.length + missing.length),
    name: here.conference.name,
  });
}

/** What an agenda that came would do, and the choice what it is to do. */
export function TakePreview(props: { readonly db: Db; readonly clock: Clock; readonly preview: Preview }) {
  const { db, clock, preview } = props;
  const { here, sessions, added, dropped, missing, notes, entries } = preview;
  const isAnything = added.length + notes.size + entries.length > 0;
  const take = async (how: "add" | "replace") => {
    try {
      const undo = await takeAgenda(
        db,
        here.key,
        { sessionIds: sessions.map(({ id }) => id), notes, entries },
        how,
        clock,
      );
      askToPersist();
      say(
        how === "add"
          ? t("Added to your agenda: {sessions}", { sessions: sessionCount(added.length) })
          : t("Your agenda is now this one: {sessions}", { sessions: sessionCount(sessions.length) }),
        () => void undo().catch(sayNotKept),
      );
      await showConference(db, here.key, "#/agenda");
    } catch {
      sayNotKept();
    }
  };
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{holdsWords(preview)}</h2>
      <ul className="outcome">
        <Outcome count={added.length}>
          {t("{count, plural, one {# is new to your agenda} other {# are new to your agenda}}", {
            count: added.length,
          })}
        </Outcome>
        <Outcome count={sessions.length - added.length}>
          {t("{count} you already have", { count: sessions.length - added.length })}
        </Outcome>
        <Outcome count={missing.length}>
          {t(
            "{count, plural, one {# is no longer in the programme here} other {# are no longer in the programme here}}",
            {
              count: missing.length,
            },
          )}
          <MissingTitles titles={missing} />
        </Outcome>
        <Outcome count={notes.size}>
          {t(
            "{count, plural, one {# note; where you have one too, both texts are kept} other {# notes; where you have one too, both texts are kept}}",
            {
              count: notes.size,
            },
          )}
        </Outcome>
        <Outcome count={entries.length}>
          {t("{count, plural, one {# own entry} other {# own entries}}", { count: entries.length })}
        </Outcome>
      </ul>
      <p className="actions">
        {isAnything && (
          <button type="button" className="button primary" onClick={() => void take("add")}>
            {t("Add to my agenda")}
          </button>
        )}
        {dropped > 0 && sessions.length > 0 && (
          <button type="button" className="button" onClick={() => void take("replace")}>
            {t("Replace my agenda")}
          </button>
        )}
      </p>
      <OtherStorage />
      {!isAnything && sessions.length > 0 && <p>{t("You have all of it already.")}</p>}
      {sessions.length > 0 && <KeepBeside {...{ db, preview }} />}
      <Listed {...{ sessions, added }} preview={preview} />
    </section>
  );
}

/** On an iPhone a link opens in the browser, whose agenda is not that of the app on the Home Screen. */
function OtherStorage() {
  const { platform, installed } = detectDevice();
  if (platform !== "ios" || installed) return null;
  return (
    <div className="notice">
      <p>
        {t(
          "This is the browser. The app on the Home Screen keeps its own agenda: to have it there, copy this link, open the app and paste it under “Bring an agenda here”.",
        )}
      </p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void copyLink(location.href)}>
          {t("Copy the link")}
        </button>
      </p>
    </div>
  );
}

function Outcome({ count, children }: { readonly count: number; readonly children: React.ReactNode }) {
  return count > 0 ? <li>{children}</li> : null;
}

/** So many titles say enough. */
const MOST_TITLES = 20;

function MissingTitles({ titles }: { readonly titles: readonly (string | null)[] }) {
  const known = titles.filter((title) => title !== null && title !== "").slice(0, MOST_TITLES);
  if (known.length === 0) return null;
  return (
    <ul>
      {known.map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one title, and none moves
        <li key={index} dir="auto">
          {title}
        </li>
      ))}
    </ul>
  );
}

/** Keeps what came as a friend's agenda: to look at, without a star. */
function KeepBeside({ db, preview }: { readonly db: Db; readonly preview: Preview }) {
  const { here, sessions } = preview;
  const field = useId();
  const [isAsked, setAsked] = useState(false);
  const keep = async (name: string) => {
    const sessionIds = sessions.map((session) => session.id);
    try {
      // Sent again, it takes the place of what the same friend had before.
      const before = (await readFriends(db, here.key)).find((friend) => friend.name === name);
      const id = before?.id ?? crypto.randomUUID();
      await putFriend(db, here.key, { id, name, sessionIds, receivedAt: deviceNow() });
      await showConference(db, here.key, `#/agenda/with/${id}`);
    } catch {
      say(t("It could not be kept: this browser’s storage did not take it."));
    }
  };
  if (!isAsked) {
    return (
      <p className="actions">
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {t("Only compare, as a friend’s")}
        </button>
      </p>
    );
  }
  return (
    <form
      className="friend-form"
      onSubmit={(event) => {
        event.preventDefault();
        const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
        if (name !== "") void keep(name);
      }}
    >
      <label className="field" htmlFor={field}>
        {t("Whose agenda is it? The name stays on this device.")}
        {/* biome-ignore lint/a11y/noAutofocus: the button that was pressed asks for just this */}
        <input id={field} name="name" required maxLength={40} autoFocus autoComplete="off" dir="auto" />
      </label>
      <button type="submit" className="button primary">
        {t("Keep beside mine")}
      </button>
    </form>
  );
}

/** The sessions themselves, by day. */
function Listed(props: {
  readonly sessions: readonly Session[];
  readonly added: readonly Session[];
  readonly preview: Preview;
}) {
  const { sessions, added, preview } = props;
  const { key, conference } = preview.here;
  const { timeZone } = conference;
  const fresh = new Set(added);
  const days = daysOf({ sessions });
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={dayName(day)}>
      <h3>{dayName(day)}</h3>
      <ul className="listed">
        {ofDay.map((session) => (
          <li key={session.id}>
            <time dateTime={new Date(session.startsAt).toISOString()}>
              {session.allDay ? t("All day") : clockTime(session.startsAt, timeZone)}
            </time>
            <a href={linkTo(session.id, key)} dir="auto">
              {session.title}
            </a>
            <span className="quiet">
              {[session.room, !fresh.has(session) && t("have already")].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
