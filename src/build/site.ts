import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Conference } from "../domain/conference";
import { dayName } from "../domain/say-time";
import { sessionCount } from "../domain/session";
import { DAY_START_HOUR, isTimeZone } from "../domain/time";
import { fetchFeed } from "../feed/fetch-feed";
import { parseFeed } from "../feed/parse-feed";

/** What a build is made for: one conference, under one path. */
export interface Site {
  /** With a slash at both ends. */
  readonly base: string;
  /** Where the bytes came from: an address, or a path from the project's folder. */
  readonly feed: string;
  readonly bytes: Uint8Array;
  readonly conference: Conference;
  readonly dayStartHour: number;
  /** The page may ask any encrypted address, for the feeds that attendees bring in. */
  readonly openFeeds: boolean;
  /** The organiser's zone for a feed that names none, IANA name, or null. */
  readonly defaultTimeZone: string | null;
}

type ReadOptions = Pick<Site, "dayStartHour" | "defaultTimeZone">;

/** A reason, in one sentence, why no site can be built. */
export class BuildStop extends Error {}

/** "events/2027" → "/events/2027/" */
export function basePath(text: string): string {
  const path = text.split("/").filter(Boolean).join("/");
  return path === "" ? "/" : `/${path}/`;
}

/**
 * Reads what the environment asks to be built: `FEED` (a path from the project's folder, or an address)
 * and `BASE`. Throws a `BuildStop` where the feed cannot be had or read.
 */
export async function readSite(env: { readonly FEED?: string; readonly BASE?: string }): Promise<Site> {
  const feed = env.FEED?.trim() || "public/schedule.ics";
  const bytes = await bytesOf(feed);
  const words = await organisersWords();
  const options = optionsOf(words);
  const result = parseFeed(bytes, options);
  if (!result.ok) throw new BuildStop(`The feed ${feed} cannot be used: ${result.reason}`);
  return {
    base: basePath(env.BASE ?? "/"),
    feed,
    bytes,
    conference: result.conference,
    ...options,
    openFeeds: openFeedsOf(words),
  };
}

/**
 * How the organiser wants feeds to be read, from `public/conference.json`; without that file, as anybody would.
 * Throws a `BuildStop` where it says something that cannot be.
 */
export async function organisersOptions(): Promise<ReadOptions> {
  return optionsOf(await organisersWords());
}

const optionsOf = (text: string): ReadOptions => ({
  dayStartHour: dayStartOf(text),
  defaultTimeZone: timeZoneOf(text),
});

const organisersWords = (): Promise<string> =>
  readFile(resolve("public/conference.json"), "utf8").catch(() => "{}");

/** The hour at which a day begins, from the text of `conference.json`. Throws a `BuildStop` where it is none. */
export function dayStartOf(text: string): number {
  const hour = wordsOf(text).dayStartHour ?? DAY_START_HOUR;
  if (typeof hour === "number" && Number.isInteger(hour) && hour >= 0 && hour <= 12) return hour;
  throw new BuildStop("dayStartHour in public/conference.json has to be a whole number from 0 to 12.");
}

/** Whether any encrypted address may be asked, from the text of `conference.json`. Throws as above. */
export function openFeedsOf(text: string): boolean {
  const open = wordsOf(text).openFeeds ?? false;
  if (typeof open === "boolean") return open;
  throw new BuildStop("openFeeds in public/conference.json has to be true or false.");
}

/** The zone for feeds that name none, from the text of `conference.json`. Throws a `BuildStop` where it is none. */
export function timeZoneOf(text: string): string | null {
  const zone = wordsOf(text).timeZone ?? null;
  if (zone === null || (typeof zone === "string" && isTimeZone(zone))) return zone;
  throw new BuildStop("timeZone in public/conference.json has to be a name such as Europe/Paris.");
}

function wordsOf(text: string): {
  readonly dayStartHour?: unknown;
  readonly openFeeds?: unknown;
  readonly timeZone?: unknown;
} {
  try {
    const words: unknown = JSON.parse(text);
    return typeof words === "object" && words !== null ? words : {};
  } catch {
    throw new BuildStop("public/conference.json is not JSON.");
  }
}

/** True for a feed that is not a file here. */
export function isAddress(feed: string): boolean {
  return /^(https?|webcals?):/i.test(feed);
}

async function bytesOf(feed: string): Promise<Uint8Array> {
  if (!isAddress(feed)) {
    try {
      return await readFile(resolve(feed));
    } catch {
      throw new BuildStop(`The feed ${feed} cannot be read: there is no such file.`);
    }
  }
  const fetched = await fetchFeed(feed);
  if (!fetched.ok) throw new BuildStop(`The feed ${feed} cannot be had: ${fetched.reason}`);
  return fetched.bytes;
}

/** One line about the conference, for search engines and link previews. */
export function descriptionOf({ name, description, sessions }: Conference): string {
  if (description) return description.replace(/\s+/g, " ").slice(0, 300);
  const first = sessions[0];
  const last = sessions.at(-1);
  if (!first || !last) return name;
  const year = last.day.slice(0, 4);
  const days = first.day === last.day ? dayName(first.day) : `${dayName(first.day)} to ${dayName(last.day)}`;
  return `Schedule of ${name}, ${days} ${year}: ${sessionCount(sessions.length)}, kept on your device.`;
}
