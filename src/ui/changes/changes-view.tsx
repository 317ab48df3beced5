import { Star } from "lucide-react";
import { useEffect, useState } from "react";
import { changeWords } from "../../domain/change-words";
import { type Conference, sessionOf } from "../../domain/conference";
import { clockTime, dayName } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import { sessionHash } from "../../reminders/card";
import { markLooked, type News, readNews } from "../../store/changes";
import type { Db, NoticedChange } from "../../store/db";
import { deviceZone } from "../device-zone";
import { useScrollMemory } from "../scroll-memory";
import { shown } from "../shown";
import { useLive } from "../use-live";

/**
 * What has changed since the attendee last looked, and what had before: by the day on which it was noticed, the
 * starred sessions first. Whoever sees this has looked.
 */
export function ChangesView(props: {
  readonly db: Db;
  readonly conference: Conference;
  /** What has not been looked at. */
  readonly news: News;
  readonly starred: ReadonlySet<string>;
  readonly location: string;
}) {
  const { db, conference, starred, location } = props;
  // What was looked at before is read for this view alone.
  const all = useLive<News | null>(() => readNews(db, shown.get()), [db], null);
  const news = all ?? props.news;
  // What was new as the view was opened stays so until it is left.
  const [upTo] = useState(news.upTo);
  const latest = news.changes[0]?.number ?? 0;
  useScrollMemory(location, all !== null);
  useEffect(() => {
    const look = () => {
      // A disk that takes nothing: the changes are told again, which is better than not at all.
      if (document.visibilityState === "visible") markLooked(db, shown.get(), latest).catch(() => undefined);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [db, latest]);

  const fresh = news.changes.filter(({ number }) => number > upTo);
  const earlier = news.changes.filter(({ number }) => number <= upTo);
  return (
    <div className="column">
      <div className="day-head">
        <h1 tabIndex={-1}>{t("What changed")}</h1>
      </div>
      {all && fresh.length === 0 && (
        <p className="empty">
          {earlier.length === 0
            ? t("Nothing has changed since the schedule was first saved on this device.")
            : t("Nothing has changed since you last looked.")}
        </p>
      )}
      <Part title={t("Changes since you last looked")} changes={fresh} {...{ conference, starred }} />
      <Part title={t("Earlier")} changes={earlier} {...{ conference, starred }} />
    </div>
  );
}

interface ListProps {
  readonly changes: readonly NoticedChange[];
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
}

function Part({ title, changes, conference, starred }: ListProps & { readonly title: string }) {
  if (changes.length === 0) return null;
  return (
    <section className="around" aria-label={title}>
      <h2>{title}</h2>
      {[...byDay(changes)].map(([day, ofDay]) => (
        <section key={day} aria-label={dayName(day)}>
          <h3>{dayName(day)}</h3>
          <ul>
            {[true, false].flatMap((isStarred) =>
              ofDay
                .filter(({ sessionId }) => starred.has(sessionId) === isStarred)
                .map((change) => <Item key={change.number} {...{ change, conference, isStarred }} />),
            )}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** By the device's own days, for the device noticed it. */
function byDay(changes: readonly NoticedChange[]): ReadonlyMap<string, readonly NoticedChange[]> {
  const days = new Map<string, NoticedChange[]>();
  for (const change of changes) {
    const day = dayOf(change.noticedAt, deviceZone(), 0);
    days.set(day, [...(days.get(day) ?? []), change]);
  }
  return days;
}

function Item(props: {
  readonly change: NoticedChange;
  readonly conference: Conference;
  readonly isStarred: boolean;
}) {
  const { change, conference, isStarred } = props;
  const title = change.title;
  return (
    <li className="place">
      <p className="span">
        <time dateTime={new Date(change.noticedAt).toISOString()}>
          {clockTime(change.noticedAt, deviceZone())}
        </time>
      </p>
      <p className="name" dir="auto">
        {sessionOf(conference, change.sessionId) ? (
          <a href={sessionHash(change.sessionId)}>{title}</a>
        ) : (
          title
        )}
      </p>
      <p className="facts">
        {isStarred && (
          <span className="starred">
            <Star aria-hidden="true" size={16} /> {t("Starred")}
          </span>
        )}
        {changeWords(change, conference).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
    </li>
  );
}
