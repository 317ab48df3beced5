import { type FetchedFeed, fetchFeed } from "../feed/fetch-feed";
import type { ParseOptions } from "../feed/parse-feed";
import { BASE } from "./base-path";

/** The address of the feed: the site's own copy of it, which the organiser keeps in step. */
export const FEED_ADDRESS = `${BASE}schedule.ics`;

/** The same, as it is told to others. */
export function ownFeed(): string {
  return new URL(FEED_ADDRESS, location.href).href;
}

const written = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name=trackside-${name}]`)?.content ?? "";

/** When the embedded copy of the feed was built in, epoch milliseconds; `now` where the page does not say. */
export function embeddedAt(now: number): number {
  const at = Date.parse(written("built"));
  return Number.isNaN(at) ? now : at;
}

/** How the organiser wants feeds to be read; nothing where the page does not say. */
export function organisersOptions(): ParseOptions {
  const hour = written("day-start");
  const defaultTimeZone = written("time-zone") || null;
  return { defaultTimeZone, ...(hour !== "" && { dayStartHour: Number(hour) }) };
}

/** What the organiser's entries are called, in their order; none where there are none. */
export function infoTitles(): readonly string[] {
  return JSON.parse(written("info") || "[]") as readonly string[];
}

/** True where the organiser lets the page ask any encrypted address. */
export function openFeeds(): boolean {
  return written("open-feeds") === "true";
}

/** The feed as it was built in: one of the app's own files, so that it is there offline as well. */
export function readEmbeddedFeed(): Promise<FetchedFeed> {
  return fetchFeed(written("embedded") || FEED_ADDRESS);
}
