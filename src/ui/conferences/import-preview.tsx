import { useEffect, useRef, useState } from "react";
import { moment } from "../../domain/say-time";
import { placeOf } from "../../domain/say-zone";
import { sessionCount } from "../../domain/session";
import { retold, t } from "../../domain/speech";
import { SECOND } from "../../domain/time";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import { HOME } from "../../store/home";
import { deviceZone } from "../device-zone";
import { showConference } from "../shown";
import { FeedReport } from "./feed-report";
import type { Incoming } from "./incoming";
import type { Preview } from "./read-incoming";
import { spanWords } from "./say-span";
import type { Importing } from "./use-import";

/** What has come in: while it is read, and then what is in it, or why it is of no use. */
export function ImportPreview(props: { readonly db: Db; readonly importing: Importing }) {
  const { db, importing } = props;
  const { state, leave } = importing;
  const heading = useRef<HTMLHeadingElement>(null);
  const step = state && `${state.kind} ${nameOf(state.incoming)}`;
  useEffect(() => {
    if (step && !step.startsWith("reading")) heading.current?.focus();
  }, [step]);
  if (!state) return null;
  if (state.kind === "reading") return <Reading name={nameOf(state.incoming)} onCancel={leave} />;
  if (state.kind === "preview") return <Found {...{ db, importing, heading }} found={state} />;
  return (
    <section aria-label={t("Import")}>
      <h2 tabIndex={-1} ref={heading}>
        {t("Nothing to keep")}
      </h2>
      <p>{retold(state.reason)}</p>
      {state.link && (
        <p>
          <a href={state.link} target="_blank" rel="noreferrer" dir="ltr">
            {state.link}
          </a>
        </p>
      )}
      {state.report.length > 0 && <FeedReport report={state.report} />}
      <p className="actions">
        <button type="button" className="button" onClick={() => backTo(leave)}>
          {t("Close")}
        </button>
      </p>
    </section>
  );
}

/** Leaves the preview; the keyboard goes on where it began. */
function backTo(leave: () => void): void {
  leave();
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}

function nameOf(incoming: Incoming): string {
  if (incoming.kind === "file") return incoming.fileName ?? t("the calendar");
  return incoming.kind === "address" ? incoming.address : t("the calendar");
}

/** Most calendars are read before this can be seen. */
function Reading({ name, onCancel }: { readonly name: string; readonly onCancel: () => void }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SECOND);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section aria-label={t("Import")}>
      <p role="status">{isSlow && t("Reading {name}…", { name })}</p>
      <p className="actions">
        {isSlow && <progress aria-label={t("Reading {name}…", { name })} />}
        <button type="button" className="button" onClick={() => backTo(onCancel)}>
          {t("Cancel")}
        </button>
      </p>
    </section>
  );
}

function Found(props: {
  readonly db: Db;
  readonly found: Preview;
  readonly importing: Importing;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}) {
  const { db, found, importing, heading } = props;
  const { conference, details, standing, cutOff } = found;
  const [isKeeping, setKeeping] = useState(false);
  const rooms = [...new Set(conference.sessions.flatMap(({ room }) => room ?? []))];
  const keep = async (beside: boolean) => {
    setKeeping(true);
    await importing.keep(beside);
    setKeeping(false);
  };
  const isNew = standing.kind === "new";
  return (
    <section aria-label={t("Import")}>
      <h2 tabIndex={-1} ref={heading} dir="auto">
        {conference.name}
      </h2>
      <p>
        {spanWords(conference)} · {sessionCount(conference.sessions.length)}
      </p>
      <p>{t("Times are those of {place}.", { place: placeOf(conference.timeZone) })}</p>
      {found.asksTimeZone && <ZoneChoice {...{ found }} onChoose={importing.choose} />}
      {rooms.length > 0 && (
        <details>
          <summary>{t("{count, plural, one {# room} other {# rooms}}", { count: rooms.length })}</summary>
          <ul className="reminder-list">
            {rooms.map((room) => (
              <li key={room} dir="auto">
                {room}
              </li>
            ))}
          </ul>
        </details>
      )}
      {cutOff && <p>{t("The file ends before its end: sessions may be missing.")}</p>}
      <FeedReport report={details.report} />
      {standing.kind === "own" && (
        <p>
          {t(
            "This is the conference that this app was made for. It is here already and refreshes itself; a copy from a file would grow old.",
          )}
        </p>
      )}
      {standing.kind === "again" && (
        <p>
          {t(
            "This conference is here already, with {sessions, plural, one {# session} other {# sessions}}, from {time}. What you keep takes its place; your stars stay.",
            {
              sessions: standing.sessions,
              time: moment(standing.addedAt, deviceNow(), deviceZone()),
            },
          )}
        </p>
      )}
      <p className="actions">
        {standing.kind === "own" ? (
          <button
            type="button"
            className="button primary"
            onClick={() => {
              importing.leave();
              void showConference(db, HOME, "#/");
            }}
          >
            {t("Show what is here")}
          </button>
        ) : (
          <button
            type="button"
            className="button primary"
            disabled={isKeeping}
            onClick={() => void keep(false)}
          >
            {t("Keep this conference")}
          </button>
        )}
        <button type="button" className="button" onClick={() => backTo(importing.leave)}>
          {t("Not now")}
        </button>
        {!isNew && (
          <button type="button" className="button" disabled={isKeeping} onClick={() => void keep(true)}>
            {t("Keep it beside the other")}
          </button>
        )}
      </p>
    </section>
  );
}

/** The one question that a feed without a zone leaves open. */
function ZoneChoice(props: { readonly found: Preview; readonly onChoose: (timeZone: string) => void }) {
  const { found, onChoose } = props;
  const own = deviceZone();
  const zones = [own, ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== own)];
  const shown = found.timeZone ?? found.conference.timeZone;
  return (
    <label className="field">
      {t("The calendar does not say in which time zone it is. Where is the conference?")}
      <select value={shown} onChange={({ target }) => onChoose(target.value)}>
        {(zones.includes(shown) ? zones : [shown, ...zones]).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </select>
    </label>
  );
}
