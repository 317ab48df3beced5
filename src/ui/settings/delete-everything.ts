import { isCacheOf } from "../../domain/cache-name";
import { ownRegistration } from "../../reminders/own-worker";
import type { Db } from "../../store/db";
import { BASE, scopeHere } from "../base-path";
import { rememberTheme } from "../look/theme";
import { storeTrouble } from "../parts/notices";
import { forgetPositions } from "../scroll-memory";

/**
 * Takes everything off this device that this site keeps under its base path: what the attendee has said, the
 * saved schedule, the app itself and what it has put up. Another event's app on the same origin is left
 * alone. Throws where the browser refuses a part of it; what is gone by then stays so.
 */
export async function deleteEverything(db: Db): Promise<void> {
  const registration = await ownRegistration(scopeHere());
  if (registration) {
    for (const card of await registration.getNotifications()) card.close();
    // It answers for this page until that is closed, but installs nothing any more.
    await registration.unregister();
  }
  if ("setAppBadge" in navigator) await navigator.clearAppBadge().catch(() => undefined);
  if ("caches" in globalThis) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => isCacheOf(name, BASE)).map((name) => caches.delete(name)));
  }
  await db.delete();
  try {
    forgetPositions();
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) {
        if (key.startsWith("trackside") && key.endsWith(`:${BASE}`)) storage.removeItem(key);
      }
    }
  } catch {
    // Site data is blocked: nothing was ever kept there.
  }
  rememberTheme("auto");
  storeTrouble.set("deleted");
}
