import { type FetchedFeed, fetchFeed } from "../feed/fetch-feed";
import type { ParseOptions } from "../feed/parse-feed";
import { BASE } from "./base-path";
import { type OrganisersWords, optionsOf } from "./organisers-words";

const MIRROR = `${BASE}schedule.ics`;

const written = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name=trackside-${name}]`)?.content ?? "";

/** When the embedded copy of the feed was built in, epoch milliseconds; `now` where the page does not say. */
export function embeddedAt(now: number): number {
  const at = Date.parse(written("built"));
  return Number.isNaN(at) ? now : at;
}

let words: Partial<OrganisersWords> | undefined;

/** What the organiser says; nothing where the page does not tell. */
export function organisersWords(): Partial<OrganisersWords> {
  words ??= JSON.parse(written("organiser") || "{}") as Partial<OrganisersWords>;
  return words;
}

/** What the organiser's entries are called, in their order; none where there are none. */
export function infoTitles(): readonly string[] {
  return JSON.parse(written("info") || "[]") as readonly string[];
}

/** How the organiser wants feeds to be read; nothing where the page does not say. */
export function organisersOptions(): ParseOptions {
  return optionsOf(organisersWords());
}

/** True where the organiser lets the page ask this origin. */
export function isOpenTo(origin: string): boolean {
  const { feedOrigins = [], feed } = organisersWords();
  if (feedOrigins === "any") return true;
  return feedOrigins.includes(origin) || (feed !== undefined && new URL(feed).origin === origin);
}

/** The address of the feed: the site's own copy of it, which the organiser keeps in step, or its own. */
export function feedAddress(): string {
  return organisersWords().feed ?? MIRROR;
}

/** The same, as it is told to others. */
export function ownFeed(): string {
  return new URL(feedAddress(), location.href).href;
}

/** The feed as it was built in: one of the app's own files, so that it is there offline as well. */
export function readEmbeddedFeed(): Promise<FetchedFeed> {
  return fetchFeed(written("embedded") || MIRROR);
}
