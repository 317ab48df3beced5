import { useEffect, useId, useRef, useState } from "react";
import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import { type EntryDraft, entryDays, startedAt } from "../../domain/entry-draft";
import { type DraftProblems, readDraft } from "../../domain/read-draft";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { newEntryId } from "../../store/entries";
import { EntryFields } from "./entry-fields";
import { keepEntry } from "./keep-entry";

/** The sheet in which an own entry is written, open from the moment that it is drawn; `onClose` is to take it away. */
export function EntrySheet(props: {
  readonly db: Db;
  readonly clock: Clock;
  readonly conference: Conference;
  /** What stands in the fields at first. */
  readonly draft: EntryDraft;
  /** The entry that is changed; null for a new one. */
  readonly session: Session | null;
  readonly onClose: () => void;
}) {
  const { db, clock, conference, session, onClose } = props;
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [days] = useState(() => entryDays(conference, props.draft.day));
  // One for the whole sheet: who presses twice has one entry.
  const [sessionId] = useState(() => session?.id ?? newEntryId());
  const [draft, setDraft] = useState(props.draft);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [isRefused, setRefused] = useState(false);
  useEffect(() => sheet.current?.showModal(), []);
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      sheet.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const change = (next: Partial<EntryDraft>) =>
    setDraft((before) => (next.start === undefined ? { ...before, ...next } : startedAt(before, next.start)));
  const save = async () => {
    const read = readDraft(draft, conference, session);
    setRefused(false);
    if ("problems" in read) return setProblems(read.problems);
    setProblems({});
    const isKept = await keepEntry(db, clock, { sessionId, ...read.entry }, conference.timeZone);
    if (isKept) sheet.current?.close();
    else setRefused(true);
  };
  return (
    <dialog ref={sheet} className="sheet entry-sheet" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{session ? t("Change your entry") : t("Your own entry")}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <EntryFields {...{ conference, draft, days, problems }} onChange={change} />
        <p role="alert" className="problem">
          {isRefused && t("It could not be kept: this browser’s storage did not take it.")}
        </p>
        <p className="actions">
          <button type="submit" className="button primary">
            {t("Save")}
          </button>
          <button type="button" className="button" onClick={() => sheet.current?.close()}>
            {t("Cancel")}
          </button>
        </p>
      </form>
    </dialog>
  );
}
