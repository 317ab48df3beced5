import type { Page } from "@playwright/test";

/** One notification event as the browser (not the page) recorded it. */
export interface NotificationEvent {
  /** Epoch milliseconds by the real clock. */
  readonly at: number;
  /** "Notification displayed", "Notification clicked" and so on. */
  readonly name: string;
  readonly tag: string;
  readonly title: string;
  readonly body: string;
}

/** What DevTools calls the recorded service. */
export const SERVICE = "notifications";

/** The DevTools event that carries one record. */
export const RECORDED = "BackgroundService.backgroundServiceEventReceived";

/** A record as DevTools tells it. */
export interface RecordedEvent {
  /** Seconds since the epoch. */
  readonly timestamp: number;
  readonly eventName: string;
  readonly instanceId: string;
  readonly eventMetadata: readonly { readonly key: string; readonly value: string }[];
}

/** One record in the tests' words. */
export function notificationEvent(event: RecordedEvent): NotificationEvent {
  const about = new Map(event.eventMetadata.map(({ key, value }) => [key, value]));
  return {
    at: event.timestamp * 1000,
    name: event.eventName,
    tag: event.instanceId,
    title: about.get("Title") ?? "",
    body: about.get("Body") ?? "",
  };
}

/** True where a card came on the screen. */
export function isShown({ name }: NotificationEvent): boolean {
  return name === "Notification displayed";
}

/** Notification events since the observation began, oldest first. */
interface NotificationObserver {
  readonly events: readonly NotificationEvent[];
  /** Those that put a card on the screen. */
  shown(): readonly NotificationEvent[];
  stop(): Promise<void>;
}

/**
 * Observes the browser's own record of this origin's notifications. It sees a card that was shown and
 * replaced at once, which getNotifications() does not. Headless Chromium records them as well.
 */
export async function observeNotifications(page: Page): Promise<NotificationObserver> {
  const session = await page.context().newCDPSession(page);
  const events: NotificationEvent[] = [];
  await session.send("BackgroundService.clearEvents", { service: SERVICE });
  await session.send("BackgroundService.setRecording", { service: SERVICE, shouldRecord: true });
  session.on(RECORDED, ({ backgroundServiceEvent }) =>
    events.push(notificationEvent(backgroundServiceEvent)),
  );
  await session.send("BackgroundService.startObserving", { service: SERVICE });
  return {
    events,
    shown: () => events.filter(isShown),
    stop: async () => {
      await session.send("BackgroundService.stopObserving", { service: SERVICE });
      await session.detach();
    },
  };
}
