import { Rss } from "lucide-react";
import { useState } from "react";
import { moment } from "../../domain/say-time";
import { sessionCount } from "../../domain/session";
import { retold, t } from "../../domain/speech";
import { deviceNow } from "../../store/clock";
import { readDetails } from "../../store/conferences";
import type { Db, Freshness, Source } from "../../store/db";
import type { Kept } from "../../store/kept";
import { removeConference, restoreConference } from "../../store/remove-conference";
import { deviceZone } from "../device-zone";
import { ownFeed } from "../embedded-feed";
import { Rich } from "../parts/rich";
import { say } from "../parts/toast";
import { showConference } from "../shown";
import { useLive } from "../use-live";
import { FeedReport } from "./feed-report";
import { readAddress, subscribeAddress } from "./read-address";
import { spanWords } from "./say-span";

/** Removes a conference, says so, and offers to undo it. */
async function remove(db: Db, key: string, name: string): Promise<void> {
  const notDone = () => say(t("The choice could not be kept: this browser’s storage did not take it."));
  try {
    const removed = await removeConference(db, key);
    if (!removed) return;
    say(
      t("Removed from this device: {name}", { name }),
      () => void restoreConference(db, key, removed).catch(notDone),
    );
  } catch {
    notDone();
  }
}

/** One conference on this device: what it is, how fresh it is, and what may be done about it. */
export function KeptConference(props: {
  readonly db: Db;
  readonly kept: Kept;
  /** Undefined for the site's own, which comes with the app and stays. */
  readonly source: Source | undefined;
  readonly freshness: Freshness | undefined;
  readonly isShown: boolean;
}) {
  const { db, kept, source, freshness, isShown } = props;
  const { key, conference, asked } = kept;
  const { name } = conference;
  const held = new Set(conference.sessions.map(({ id }) => id));
  const starred = asked.stars.filter(({ sessionId }) => held.has(sessionId)).length;
  const address = source ? source.address : ownFeed();
  const said = (instant: number) => moment(instant, deviceNow(), deviceZone());
  const age = () => {
    if (freshness?.savedAt == null) return null;
    const time = said(freshness.savedAt);
    if (address !== null) return t("Saved {time}", { time });
    if (source?.edition) return t("Kept as it was; it neither rings nor refreshes");
    return t("Imported {time}; it does not refresh", { time });
  };
  return (
    <section aria-current={isShown || undefined}>
      <h2 dir="auto">{name}</h2>
      <p>
        {spanWords(conference)} · {sessionCount(conference.sessions.length)} ·{" "}
        {t("{count} starred", { count: starred })}
      </p>
      <p className="quiet">{age()}</p>
      <p className="actions">
        {isShown ? (
          <strong>{t("Shown now")}</strong>
        ) : (
          <button
            type="button"
            className="button"
            aria-label={t("Show {name}", { name })}
            onClick={() => void showConference(db, key, "#/")}
          >
            {t("Show")}
          </button>
        )}
        {address !== null && (
          <a className="button" href={subscribeAddress(address)}>
            <Rss aria-hidden="true" size={20} />
            {t("Subscribe")}
          </a>
        )}
        {source && (
          <button
            type="button"
            className="button"
            aria-label={t("Remove {name}", { name })}
            onClick={() => void remove(db, key, name)}
          >
            {t("Remove")}
          </button>
        )}
      </p>
      <FeedStatus {...{ db, source, freshness, address, said }} conferenceKey={key} />
    </section>
  );
}

/** Where a feed comes from, when it was last asked, and what was wrong in it. */
function FeedStatus(props: {
  readonly db: Db;
  readonly conferenceKey: string;
  readonly source: Source | undefined;
  readonly freshness: Freshness | undefined;
  readonly address: string | null;
  readonly said: (instant: number) => string;
}) {
  const { db, conferenceKey, source, freshness, address, said } = props;
  const [isOpen, setOpen] = useState(false);
  const details = useLive(
    async () => (isOpen ? ((await readDetails(db, conferenceKey)) ?? null) : null),
    [db, conferenceKey, isOpen],
    null,
  );
  const isAsked = address !== null && readAddress(address).kind === "open";
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("Feed: where it comes from, and what was wrong in it")}</summary>
      {address !== null && (
        <p>
          <Rich
            text={t("Address: <a>{address}</a>", { address })}
            marks={{ a: (words) => <bdi dir="ltr">{words}</bdi> }}
          />
        </p>
      )}
      {source?.fileName && <p>{t("File: {file}", { file: source.fileName })}</p>}
      {source?.timeZone && !source.edition && (
        <p>{t("Time zone, chosen by you: {zone}", { zone: source.timeZone })}</p>
      )}
      {address !== null && !isAsked && (
        <p>{t("This app may not ask that address any more, so it does not refresh.")}</p>
      )}
      {isAsked && freshness && <p>{t("Last asked {time}", { time: said(freshness.triedAt) })}</p>}
      {freshness?.failure && (
        <p>{t("{reason} The saved copy stays as it is.", { reason: retold(freshness.failure.reason) })}</p>
      )}
      {details && <FeedReport report={details.report} />}
    </details>
  );
}
