import { moment } from "../../domain/say-time";
import { zoneWords } from "../../domain/say-zone";
import { sessionCount } from "../../domain/session";
import { retold, t } from "../../domain/speech";
import { deviceNow } from "../../store/clock";
import { lastChangeAt } from "../../store/last-change";
import { deviceZone } from "../device-zone";
import { ownFeed } from "../embedded-feed";
import { shown } from "../shown";
import { useLive } from "../use-live";
import { Facts } from "./facts";
import type { SiteViewProps } from "./site-view";

/** How old the saved schedule is, where it comes from and how much of it there is. By the device's own clock, also in a rehearsal. */
export function FeedFacts(props: Pick<SiteViewProps, "db" | "conference" | "saved" | "source">) {
  const { db, conference, saved, source } = props;
  const { sessions, timeZone } = conference;
  const current = shown.get();
  const changedAt = useLive(() => lastChangeAt(db, current), [db, current], undefined);
  const said = (instant: number) => moment(instant, deviceNow(), deviceZone());
  const isFile = source !== undefined && source.address === null;
  const [first] = sessions;
  const age = () => {
    if (saved?.savedAt == null) return null;
    const time = said(saved.savedAt);
    if (isFile) return t("Imported {time}; it does not refresh", { time });
    return saved.copy?.isEmbedded
      ? t("{time}, as it came with the app", { time })
      : t("{time}, the same as the server’s", { time });
  };
  const isLost = saved?.failure && !saved.failure.held;
  return (
    <>
      <Facts
        facts={[
          [t("Saved copy"), age()],
          [t("Last asked"), !isFile && saved?.triedAt ? said(saved.triedAt) : null],
          [
            t("Last change"),
            changedAt === undefined
              ? null
              : changedAt === null
                ? t("none since it is on this device")
                : said(changedAt),
          ],
          [t("Comes from"), <bdi key="from">{source ? (source.address ?? source.fileName) : ownFeed()}</bdi>],
          [t("Holds"), sessionCount(sessions.length)],
          [t("Time zone"), first && zoneWords(first.startsAt, timeZone)],
        ]}
      />
      {isLost && (
        <p className="quiet">
          {t("{reason} The saved copy stays as it is.", { reason: retold(saved.failure.reason) })}
        </p>
      )}
      <p>
        <a href="#/changes">{t("What changed")}</a>
      </p>
    </>
  );
}
