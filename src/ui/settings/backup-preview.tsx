import { useEffect, useRef } from "react";
import { moment } from "../../domain/say-time";
import { retold, t } from "../../domain/speech";
import { KINDS } from "../../store/backup-schema";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import type { ConferencePlan, RestorePlan } from "../../store/plan-restore";
import type { Unread } from "../../store/read-backup";
import { deviceZone } from "../device-zone";
import { kindWords, listWords } from "./backup-words";
import { bringBackup, leaveBackup } from "./restoring";

/** What bringing a backup back comes to, and the two ways to do it. Nothing is written before one is chosen. */
export function BackupPreview({ db, plan }: { readonly db: Db; readonly plan: RestorePlan }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { savedAt, conferences, unread } = plan;
  const left = listWords(Object.entries(unread) as [keyof Unread, number][]);
  const dropped = listWords(
    KINDS.map((kind) => {
      const counts = conferences.flatMap((one) => one.counts.filter((count) => count.kind === kind));
      return [kind, counts.reduce((sum, count) => sum + count.dropped, 0)] as const;
    }),
  );
  return (
    <div className="restoring">
      <h3 tabIndex={-1} ref={heading}>
        {t("A backup of {time}", { time: moment(savedAt, deviceNow(), deviceZone()) })}
      </h3>
      {conferences.map((conference) => (
        <Conference key={conference.key ?? conference.name} plan={conference} />
      ))}
      {left && <p>{t("Left out, as it cannot be read: {what}.", { what: left })}</p>}
      <p className="actions">
        <button type="button" className="button primary" onClick={() => void bringBackup(db, plan, "add")}>
          {t("Add to what is here")}
        </button>
      </p>
      <p className="quiet">
        {t("What is here stays, settings too. Where two notes differ, both texts are kept.")}
      </p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void bringBackup(db, plan, "replace")}>
          {t("Replace what is here")}
        </button>
      </p>
      <p className="quiet">
        {t("What you have said of these conferences, and your settings, become what they are in the backup.")}{" "}
        {dropped && (
          <strong>{t("That takes away what only this device has: {what}.", { what: dropped })}</strong>
        )}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            leaveBackup();
            document.getElementById("bring-back")?.focus();
          }}
        >
          {t("Not now")}
        </button>
      </p>
    </div>
  );
}

function Conference({ plan }: { readonly plan: ConferencePlan }) {
  const { name, key, reason, arrival, counts, gone } = plan;
  const told = counts.filter(({ inFile }) => inFile > 0);
  return (
    <>
      <h4>
        <bdi>{name}</bdi>
      </h4>
      {key === null && reason && <p>{retold(reason)}</p>}
      {arrival && <p>{t("It is not on this device yet, and comes with its programme.")}</p>}
      {key !== null && told.length === 0 && <p>{t("Nothing of yours is in it.")}</p>}
      {told.length > 0 && (
        <ul>
          {told.map((count) => (
            <li key={count.kind}>{kindWords(count)}</li>
          ))}
        </ul>
      )}
      {gone > 0 && (
        <p>
          {t(
            "{count, plural, one {# star is for a session that the programme here does not hold. It is kept.} other {# stars are for sessions that the programme here does not hold. They are kept.}}",
            { count: gone },
          )}
        </p>
      )}
    </>
  );
}
