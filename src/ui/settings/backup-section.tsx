import { Download, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { retold, t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import { detectDevice } from "../../reminders/device";
import { deviceNow } from "../../store/clock";
import { readConference } from "../../store/conferences";
import type { Db } from "../../store/db";
import { makeBackup } from "../../store/make-backup";
import type { Restored } from "../../store/restore";
import { useBoard } from "../board";
import { waitingBackup } from "../conferences/incoming";
import { deviceZone } from "../device-zone";
import { fileName, saveFile } from "../parts/save-file";
import { say } from "../parts/toast";
import { shown } from "../shown";
import { BackupPreview } from "./backup-preview";
import { KeepingNote } from "./keeping-note";
import { leaveBackup, lookAtBackup, restoring, undoBackup } from "./restoring";
import { Working } from "./working";

/** Hands everything of the attendee's over as one file, and says what became of it. */
async function saveBackup(db: Db): Promise<void> {
  const now = deviceNow();
  const text = await makeBackup(db, now);
  const name = (await readConference(db, shown.get()))?.name ?? "";
  const day = dayOf(now, deviceZone(), 0);
  const file = new File([text], `trackside-${fileName(name)}-${day}.json`, { type: "application/json" });
  // On a computer a share sheet leads to chat programs.
  const outcome = await saveFile(file, detectDevice().platform === "computer" ? "download" : "share");
  if (outcome === "downloaded") {
    say(t("Saved as {file}. Keep it somewhere else than on this device.", { file: file.name }));
  }
}

/** Everything of the attendee's out of this device as one file, and back in. */
export function BackupSection(props: {
  readonly db: Db;
  /** The attendee has come for it, and for nothing else of the page. */
  readonly isAim: boolean;
}) {
  const { db, isAim } = props;
  const state = useBoard(restoring);
  const dropped = useBoard(waitingBackup);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => {
    if (!dropped) return;
    waitingBackup.set(null);
    void lookAtBackup(db, dropped);
  }, [db, dropped]);
  const save = async () => {
    setSaving(true);
    await saveBackup(db).catch(() => say(t("The backup could not be written.")));
    setSaving(false);
  };
  return (
    <section aria-labelledby="backup">
      <h2 id="backup" tabIndex={-1} data-arrival={(isAim && !state) || undefined}>
        {t("Backup")}
      </h2>
      <p>
        {t(
          "All that is yours in one file: stars, notes, your own entries, friends’ agendas, settings, and the conferences that you brought in. It comes back here, on another device, and in later versions of the app.",
        )}
      </p>
      <KeepingNote />
      <p className="actions">
        <button type="button" className="button" disabled={isSaving} onClick={() => void save()}>
          <Download aria-hidden="true" size={20} />
          {t("Save a backup")}
        </button>
      </p>
      {isSaving && <Working words={t("Writing the backup…")} />}
      <label className="field">
        {t("Bring back a backup")}
        <input
          id="bring-back"
          type="file"
          accept=".json,application/json"
          disabled={state?.is === "writing"}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void lookAtBackup(db, file);
            target.value = ""; // The same file may be chosen again.
          }}
        />
      </label>
      {state?.is === "reading" && <Working words={t("Reading the backup…")} />}
      {state?.is === "writing" && <Working words={t("Bringing it back…")} />}
      {state?.is === "refused" && <Refused reason={state.reason} />}
      {state?.is === "found" && <BackupPreview {...{ db }} plan={state.plan} />}
      {state?.is === "done" && <Done {...{ db }} restored={state.restored} />}
    </section>
  );
}

function Refused({ reason }: { readonly reason: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="restoring">
      <h3 tabIndex={-1} ref={heading} data-arrival>
        {t("Nothing was brought back")}
      </h3>
      <p>{retold(reason)}</p>
      <p className="actions">
        <button type="button" className="button" onClick={leaveBackup}>
          {t("Close")}
        </button>
      </p>
    </div>
  );
}

/** The way back stays for as long as the page does. */
function Done({ db, restored }: { readonly db: Db; readonly restored: Restored }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="restoring">
      {/* Where another conference or language came with it, all of the page is drawn anew around it. */}
      <h3 tabIndex={-1} ref={heading} data-arrival>
        {t("The backup is brought back.")}
      </h3>
      <p>{t("Until this page is closed, everything can be put back as it was before.")}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void undoBackup(db, restored)}>
          <Undo2 aria-hidden="true" size={20} />
          {t("Undo the backup")}
        </button>
      </p>
    </div>
  );
}
