import { useEffect } from "react";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { readInbox, takeFromInbox } from "../../store/inbox";
import { readAllOfFeeds } from "../../store/kept";
import { readSources } from "../../store/sources";
import { useScrollMemory } from "../scroll-memory";
import { useLive } from "../use-live";
import { ImportForm } from "./import-form";
import { ImportPreview } from "./import-preview";
import { letIn, ofText } from "./incoming";
import { KeptConference } from "./kept-conference";
import { useImport } from "./use-import";

/** Shared rows that are in line already: a row is forgotten only once the attendee has decided about it. */
const seen = new Set<number>();

/** The conferences on this device, and the way for another one to get here. */
export function ConferencesView(props: {
  readonly db: Db;
  readonly location: string;
  /** The key of the one that is shown. */
  readonly current: string;
}) {
  const { db, location, current } = props;
  const importing = useImport(db);
  useInbox(db);
  const all = useLive(
    async () => {
      const [kept, sources, freshness] = await Promise.all([
        readAllOfFeeds(db),
        readSources(db),
        db.freshness.toArray(),
      ]);
      return { kept, sources, freshness };
    },
    [db],
    null,
  );
  useScrollMemory(location, all !== null);
  return (
    <div className="column reminders-page">
      <h1 tabIndex={-1}>{t("Conferences on this device")}</h1>
      <ImportPreview {...{ db, importing }} />
      {all?.kept.map((kept) => (
        <KeptConference
          key={kept.key}
          {...{ db, kept }}
          source={all.sources.find(({ key }) => key === kept.key)}
          freshness={all.freshness.find(({ key }) => key === kept.key)}
          isShown={kept.key === current}
        />
      ))}
      {all && <ImportForm />}
    </div>
  );
}

/** Lets in what other apps have shared, also while this view is open. */
function useInbox(db: Db): void {
  const inbox = useLive(() => readInbox(db), [db], []);
  useEffect(() => {
    const fresh = inbox.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    letIn(
      fresh.map(({ id, fileName, bytes, text }) => ({
        ...(bytes
          ? { kind: "file" as const, file: new Blob([new Uint8Array(bytes)]), fileName }
          : ofText(text ?? "")),
        done: () => void takeFromInbox(db, id).catch(() => undefined),
      })),
    );
  }, [inbox, db]);
}
