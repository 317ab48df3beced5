import { notify } from "../reminders/notify";
import { ring } from "../reminders/ring";
import { deviceNow } from "../store/clock";
import { Db } from "../store/db";

declare const self: ServiceWorkerGlobalScope;

let db: Db | undefined;

function openDb(): Db {
  if (!db) {
    db = new Db(new URL(self.registration.scope).pathname);
    // A newer version of the app needs the database: let go, or its upgrade would hang behind this worker.
    db.on("versionchange", () => {
      db?.close({ disableAutoOpen: true });
      return false; // Else Dexie's own answer would let the next ring open the database again.
    });
  }
  return db;
}

/**
 * Rings from the service worker, at whatever wake it got. Returns the device instant of the next ring;
 * null where nothing is armed or the store cannot be had.
 */
export async function ringHere(): Promise<number | null> {
  try {
    return await ring(openDb(), {
      by: "service worker",
      deviceNow,
      scope: self.registration.scope,
      canShow: () => Notification.permission === "granted",
      show: (card) => notify(self.registration, card),
    });
  } catch {
    return null;
  }
}
