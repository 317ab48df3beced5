import { REAL_CLOCK } from "../domain/clock";
import type { Card, CardData } from "./card";
import { keptIcon } from "./kept-icon";

/**
 * Shows a card through the service worker's registration, so that it outlives the page. False where the
 * platform refuses (permission gone, no active worker).
 */
export async function notify(registration: ServiceWorkerRegistration, card: Card): Promise<boolean> {
  try {
    const icon = await keptIcon(registration.scope);
    await registration.showNotification(card.title, {
      body: card.body,
      tag: card.tag,
      data: card.data,
      dir: "auto",
      ...(icon && { icon }),
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Closes the cards of rehearsals: they speak of a day that is not. Call it while no reminder can be about
 * to ring: Chromium loses a card that is just being shown as the list is asked for.
 */
export async function closeRehearsed(registration: ServiceWorkerRegistration): Promise<void> {
  for (const shown of await registration.getNotifications()) {
    const data = shown.data as CardData | null;
    if (data && data.run !== REAL_CLOCK.run) shown.close();
  }
}
