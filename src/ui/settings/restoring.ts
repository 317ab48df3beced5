import { inEnglish, t } from "../../domain/speech";
import { parseInWorker } from "../../feed/parse-in-worker";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import type { RestoreMode } from "../../store/merge-rows";
import { planRestore, type ReadFeed, type RestorePlan } from "../../store/plan-restore";
import { LARGEST_BACKUP, readBackup } from "../../store/read-backup";
import { type Restored, restore, undoRestore } from "../../store/restore";
import { createBoard } from "../board";
import { forgetFirst } from "../first/mirror";
import { say } from "../parts/toast";
import { askToPersist } from "../star-actions";
import { openFeedWorker } from "../trusted";

/** Where bringing a backup back stands; null: none has come in. */
type Restoring =
  | null
  | { readonly is: "reading" }
  /** `reason` is in English, for `retold`. */
  | { readonly is: "refused"; readonly reason: string }
  | { readonly is: "found"; readonly plan: RestorePlan }
  | { readonly is: "writing" }
  | { readonly is: "done"; readonly restored: Restored };

/** Outside of the page's drawing: everything may be drawn anew as settings come back. */
export const restoring = createBoard<Restoring>(null);

/** Lets what was looked at go. */
export function leaveBackup(): void {
  restoring.set(null);
}

const readFeed: ReadFeed = (bytes, options) =>
  parseInWorker(openFeedWorker, bytes, { ...options, now: deviceNow() });

/** Looks at a file that is said to be a backup; nothing is written. */
export async function lookAtBackup(db: Db, file: Blob): Promise<void> {
  const reading = { is: "reading" } as const;
  restoring.set(reading);
  const found = await find(db, file).catch((): Restoring => {
    // A store that is closed.
    const reason = inEnglish(
      "The backup could not be brought back: this browser’s storage did not take it. Nothing has changed.",
    );
    return { is: "refused", reason };
  });
  if (restoring.get() === reading) restoring.set(found);
}

async function find(db: Db, file: Blob): Promise<Restoring> {
  if (file.size > LARGEST_BACKUP) {
    const reason = inEnglish("The file is larger than 64 MB, too large for a backup.");
    return { is: "refused", reason };
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    const reason = inEnglish("The file cannot be read: it may have been moved or changed.");
    return { is: "refused", reason };
  }
  const read = readBackup(text);
  if (!read.ok) return { is: "refused", reason: read.reason };
  return { is: "found", plan: await planRestore(db, read, readFeed) };
}

/** Brings a backup back as the attendee wants it, says so, and offers to undo it. */
export async function bringBackup(db: Db, plan: RestorePlan, mode: RestoreMode): Promise<void> {
  restoring.set({ is: "writing" });
  try {
    const restored = await restore(db, plan, mode);
    forgetFirst();
    askToPersist();
    restoring.set({ is: "done", restored });
    say(t("The backup is brought back."), () => void undoBackup(db, restored));
  } catch {
    restoring.set({ is: "found", plan });
    say(
      t("The backup could not be brought back: this browser’s storage did not take it. Nothing has changed."),
    );
  }
}

/** Puts everything back as it was before a backup was brought back. */
export async function undoBackup(db: Db, restored: Restored): Promise<void> {
  try {
    await undoRestore(db, restored);
    restoring.set(null);
    say(t("Everything is as it was before the backup."));
  } catch {
    say(t("The choice could not be kept: this browser’s storage did not take it."));
  }
}
