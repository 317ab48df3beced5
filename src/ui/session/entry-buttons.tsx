import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import { draftOf } from "../../domain/entry-draft";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { EntrySheet } from "../entry/entry-sheet";
import { deleteEntry } from "../entry/keep-entry";

/** What may be done about the attendee's own entry. */
export function EntryButtons(props: {
  readonly db: Db;
  readonly clock: Clock;
  readonly conference: Conference;
  readonly session: Session;
}) {
  const { db, clock, conference, session } = props;
  const [isOpen, setOpen] = useState(false);
  const { title } = session;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={t("Edit {title}", { title })}
        onClick={() => setOpen(true)}
      >
        <Pencil aria-hidden="true" size={20} />
        {t("Edit")}
      </button>
      <button
        type="button"
        className="button"
        aria-label={t("Remove {title}", { title })}
        onClick={async () => {
          // Nothing is left to show here; the agenda has the way back.
          if (await deleteEntry(db, session)) location.hash = "#/agenda";
        }}
      >
        <Trash2 aria-hidden="true" size={20} />
        {t("Remove")}
      </button>
      {isOpen && (
        <EntrySheet
          {...{ db, clock, conference, session }}
          draft={draftOf(session, conference)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
