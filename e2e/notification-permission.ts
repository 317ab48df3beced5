import type { BrowserContext, Page } from "@playwright/test";

/** What the attendee has said about notifications; "default" is nothing yet. */
export type NotificationPermission = "granted" | "denied" | "default";

/**
 * Sets what the attendee has said, in a new context or in a running one. "granted" and "denied" deny
 * every other permission too. "default" leaves all as a first visit has them; asking is then denied
 * after a second or two, as nobody sits before a headless browser, unless `answerWhenAsked` does.
 */
export async function setPermission(context: BrowserContext, answer: NotificationPermission): Promise<void> {
  await context.clearPermissions();
  if (answer !== "default") await context.grantPermissions(answer === "granted" ? ["notifications"] : []);
}

/**
 * Answers the page's next request for permission, as its user would in the browser's prompt. Call it
 * before the page is opened. A page that asks without a tap is complained about on its console.
 */
export async function answerWhenAsked(page: Page, answer: "granted" | "denied"): Promise<void> {
  await page.exposeFunction("answerPermission", () => setPermission(page.context(), answer));
  await page.addInitScript(() => {
    const ask = Notification.requestPermission.bind(Notification);
    const { answerPermission } = window as unknown as { answerPermission(): Promise<void> };
    Notification.requestPermission = async () => {
      if (!navigator.userActivation.isActive) console.error("Permission was asked for without a tap.");
      await answerPermission();
      return ask();
    };
  });
}
