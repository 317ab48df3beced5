import type { FromServiceWorker } from "../domain/sw-message";
import type { CardData } from "../reminders/card";
import { HOME } from "../store/home";
import { readSources } from "../store/sources";
import { openDb } from "./ring-here";

declare const self: ServiceWorkerGlobalScope;

/** Brings the app forward at the session of a clicked card: an open window of it, else a new one. */
export async function openSession(card: Notification): Promise<void> {
  card.close();
  const data = card.data as CardData | null;
  const url = data?.url ?? self.registration.scope;
  // Those in this worker's charge; a page below its scope is another event's app, which may have no worker yet.
  const { scope } = self.registration;
  const all = await self.clients.matchAll({ type: "window" });
  const ours = all.filter(({ url: at }) => at.replace(/(index\.html)?([?#].*)?$/, "") === scope);
  const open =
    ours.find((client) => client.focused) ?? ours.find((c) => c.visibilityState === "visible") ?? ours[0];
  if (!open) {
    await self.clients.openWindow(data ? await addressOf(data) : url);
    return;
  }
  open.postMessage({ type: "open", url } satisfies FromServiceWorker);
  await open.focus().catch(() => undefined); // Some browsers refuse focus; the session is shown all the same.
}

/** What is opened shows the conference that was shown last, unless its address names another. */
async function addressOf({ url, conference }: CardData): Promise<string> {
  if (conference !== undefined || !url.includes("#/session/")) return url;
  const sources = await readSources(openDb()).catch(() => []);
  return sources.length > 0 ? `${url}?conference=${HOME}` : url;
}
