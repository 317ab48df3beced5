import { REAL_CLOCK } from "../domain/clock";
import type { Card, CardData } from "./card";

/**
 * Shows a card through the service worker's registration, so that it outlives the page. False where the
 * platform refuses (permission gone, no active worker).
 */
export async function notify(registration: ServiceWorkerRegistration, card: Card): Promise<boolean> {
  try {
    await registration.showNotification(card.title, {
      body: card.body,
      tag: card.tag,
      data: card.data,
      icon: new URL("pwa-192x192.png", registration.scope).href,
      dir: "auto",
    });
    return true;
  } catch {
    return false;
  }
}

/** Closes the cards of every rehearsal but the one of `run`: they speak of a day that is not. */
export async function closeRehearsed(registration: ServiceWorkerRegistration, run: string): Promise<void> {
  for (const shown of await registration.getNotifications()) {
    const data = shown.data as CardData | null;
    if (data && data.run !== REAL_CLOCK.run && data.run !== run) shown.close();
  }
}
