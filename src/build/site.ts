import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Conference } from "../domain/conference";
import { dayName } from "../domain/say-time";
import { sessionCount } from "../domain/session";
import { fetchFeed } from "../feed/fetch-feed";
import { type ParseOptions, parseFeed } from "../feed/parse-feed";
import { optionsOf } from "../ui/organisers-words";
import { BuildStop } from "./build-stop";
import { type Organiser, organisersWords } from "./organiser";

/** What a build is made for: one conference, under one path. */
export interface Site {
  /** With a slash at both ends. */
  readonly base: string;
  readonly bytes: Uint8Array;
  readonly conference: Conference;
  readonly organiser: Organiser;
  /** Where the bytes are from: a path from the project's folder, or an address; the address that the page asks. */
  readonly feed: string;
}

/** What a build is told by its environment. */
export interface BuildEnvironment {
  readonly FEED?: string;
  readonly BASE?: string;
  /** Another file than `public/conference.json`. */
  readonly CONFERENCE?: string;
  /** `1`: takes the app off the devices that have it. */
  readonly KILL?: string;
}

/** "events/2027" → "/events/2027/" */
export function basePath(text: string): string {
  const path = text.split("/").filter(Boolean).join("/");
  return path === "" ? "/" : `/${path}/`;
}

/**
 * Reads what is asked to be built: the organiser's words, and the feed that they or `FEED` name (a path from the
 * project's folder, or an address), for `BASE`. Throws a `BuildStop` where the words cannot be taken, or the feed
 * cannot be had or read.
 */
export async function readSite(env: BuildEnvironment): Promise<Site> {
  const organiser = await organisersWords(env.CONFERENCE);
  const asked = env.FEED?.trim();
  const feed = asked || organiser.feed;
  const advice = asked ? "Set FEED to another path or address." : 'Set "feed" in public/conference.json.';
  const bytes = await bytesOf(feed, advice);
  const result = parseFeed(bytes, optionsOf(organiser));
  if (!result.ok) throw new BuildStop(`The feed ${feed} cannot be used: ${result.reason} ${advice}`);
  // A file is a copy that somebody has fetched beforehand, as the mirror does: the page asks the address itself.
  const source = organiser.direct && !isAddress(feed) ? organiser.feed : feed;
  if (organiser.direct) await judgeDirect(source);
  return { base: basePath(env.BASE ?? "/"), bytes, conference: result.conference, organiser, feed: source };
}

/** The feed that a site mirrors: `FEED`, or what the organiser names. Throws as `organisersOptions`. */
export async function mirroredFeed(env: BuildEnvironment): Promise<string> {
  return env.FEED?.trim() || (await organisersWords(env.CONFERENCE)).feed;
}

/** How the organiser wants feeds to be read. Throws a `BuildStop` where their file says something that cannot be. */
export async function organisersOptions(env: BuildEnvironment): Promise<ParseOptions> {
  return optionsOf(await organisersWords(env.CONFERENCE));
}

/** A page may ask an address only if its server says so to pages of other sites. */
async function judgeDirect(feed: string): Promise<void> {
  const direct = '"direct" in public/conference.json is true';
  if (!/^(https|webcals?):/i.test(feed)) {
    throw new BuildStop(
      `${direct}, but the feed ${feed} has no https address: take "direct" out, or name one.`,
    );
  }
  const address = feed.replace(/^webcals?:/i, "https:");
  const headers = { Origin: "https://example.org" };
  const answer = await fetch(address, { headers, signal: AbortSignal.timeout(15_000) }).catch(() => null);
  await answer?.body?.cancel();
  if (answer?.headers.get("access-control-allow-origin") !== "*") {
    throw new BuildStop(
      `${direct}, but ${feed} does not allow other sites to read it: take "direct" out, and the app reads the site's own copy.`,
    );
  }
}

/** True for a feed that is not a file here. */
export function isAddress(feed: string): boolean {
  return /^(https?|webcals?):/i.test(feed);
}

async function bytesOf(feed: string, advice: string): Promise<Uint8Array> {
  if (!isAddress(feed)) {
    try {
      return await readFile(resolve(feed));
    } catch {
      throw new BuildStop(`The feed ${feed} cannot be read: there is no such file. ${advice}`);
    }
  }
  const fetched = await fetchFeed(feed);
  if (!fetched.ok) throw new BuildStop(`The feed ${feed} cannot be had: ${fetched.reason} ${advice}`);
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
