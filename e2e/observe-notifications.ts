import type { Page } from "@playwright/test";

/** One notification event as the browser (not the page) recorded it. */
interface NotificationEvent {
  /** Epoch milliseconds by the real clock. */
  readonly at: number;
  /** "Notification displayed", "Notification clicked" and so on. */
  readonly name: string;
  readonly tag: string;
  readonly title: string;
  readonly body: string;
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
  const service = "notifications" as const;
  await session.send("BackgroundService.clearEvents", { service });
  await session.send("BackgroundService.setRecording", { service, shouldRecord: true });
  session.on("BackgroundService.backgroundServiceEventReceived", ({ backgroundServiceEvent: event }) => {
    const about = new Map(event.eventMetadata.map(({ key, value }) => [key, value]));
    events.push({
      at: event.timestamp * 1000,
      name: event.eventName,
      tag: event.instanceId,
      title: about.get("Title") ?? "",
      body: about.get("Body") ?? "",
    });
  });
  await session.send("BackgroundService.startObserving", { service });
  return {
    events,
    shown: () => events.filter(({ name }) => name === "Notification displayed"),
    stop: async () => {
      await session.send("BackgroundService.stopObserving", { service });
      await session.detach();
    },
  };
}
