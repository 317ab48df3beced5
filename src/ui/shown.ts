import { t } from "../domain/speech";
import { sessionHash } from "../reminders/card";
import type { Db } from "../store/db";
import { HOME } from "../store/home";
import { readAllKept } from "../store/kept";
import { readSetting, writeSetting } from "../store/settings";
import { readSources } from "../store/sources";
import { watchShown } from "../store/watch";
import { createBoard } from "./board";
import { say, whisper } from "./parts/toast";
import { pathOf } from "./route";

/** The name of the site's own conference, as the page was built. */
export const OWN_NAME = document.title;

/** The key of the conference that is shown. Everything is drawn anew as it changes. */
export const shown = createBoard<string>(HOME);

/** Where the attendee is taken as another conference is shown; null: wherever that makes sense. */
let destination: string | null = null;

/** The views that every conference has. */
const EVERYWHERE = /^#\/(now|agenda|reminders|conferences|settings|table|info|about|privacy|poster)\b/;

/** The conference that the address asks for: "#/session/x?conference=key" → "key". */
function askedFor(): string | null {
  const { hash } = location;
  return new URLSearchParams(hash.slice(pathOf(hash).length)).get("conference");
}

/** The address of a session, wherever it is followed from; `conference` is the key of its own. */
export function linkTo(sessionId: string, conference = HOME): string {
  return sessionHash(sessionId, conference === shown.get() ? undefined : conference);
}

/** The address in a card, which names no conference where that is the site's own. */
export function cardHash(url: string): string {
  const { hash } = new URL(url);
  const isOther = shown.get() !== HOME && hash.startsWith("#/session/") && !hash.includes("?");
  return isOther ? `${hash}?conference=${HOME}` : hash;
}

async function isKept(db: Db, key: string): Promise<boolean> {
  return key === HOME || (await readSources(db)).some((source) => source.key === key);
}

/** Finds out which conference is to be shown, before anything is drawn: the address's, else the last one. */
export async function takeShown(db: Db): Promise<void> {
  const asked = askedFor();
  const chosen = await readSetting(db, "shown");
  if (asked !== null) history.replaceState(history.state, "", pathOf(location.hash));
  const wanted = asked !== null && (await isKept(db, asked)) ? asked : chosen;
  shown.set((await isKept(db, wanted)) ? wanted : HOME);
  if (shown.get() !== chosen) await writeSetting(db, "shown", shown.get()).catch(() => undefined);
}

/** Shows another conference, in every tab, and goes to an address of it where one is given. */
export async function showConference(db: Db, key: string, address: string | null = null): Promise<void> {
  if (key === shown.get()) {
    if (address !== null) location.hash = address;
    return;
  }
  destination = address;
  try {
    await writeSetting(db, "shown", key);
  } catch {
    destination = null;
    say(t("The choice could not be kept: this browser’s storage did not take it."));
  }
}

/** Shows the conference that holds a session, at that session; nothing happens where none does. */
export async function showWhereHeld(db: Db, sessionId: string): Promise<void> {
  if (askedFor() !== null) return; // The address says whose it is.
  const { hash } = location;
  const kept = await readAllKept(db);
  const holder = kept.find(({ conference }) => conference.sessions.some(({ id }) => id === sessionId));
  if (holder && holder.key !== shown.get()) await showConference(db, holder.key, hash);
}

/**
 * Follows which conference is shown: by choice, in any tab, by an address that asks for one, such as a
 * notification's, or because its next edition has come. `prepare` reads what the new drawing needs and gives it.
 */
export function followShown(
  db: Db,
  prepare: (key: string) => Promise<{ readonly name: string | undefined; readonly draw: () => void }>,
): void {
  let latest: string | undefined;
  watchShown(db, async (key, turnedAt) => {
    const next = `${key} ${turnedAt}`;
    // What is drawn already has been read just now.
    const isKnown = latest === undefined ? key === shown.get() : next === latest;
    latest = next;
    if (isKnown) return;
    const { name, draw } = await prepare(key);
    if (next !== latest) return; // Chosen again while this one was read.
    shown.set(key);
    if (destination !== null) location.hash = destination;
    else if (!EVERYWHERE.test(location.hash)) location.hash = "#/";
    destination = null;
    draw();
    // The region that is read aloud is new as well: it has to be there before its words.
    if (name !== undefined) setTimeout(() => whisper(t("Shown: {name}", { name })), 200);
  });
  addEventListener("hashchange", async () => {
    const asked = askedFor();
    if (asked === null) return;
    const address = pathOf(location.hash);
    if (asked !== shown.get() && (await isKept(db, asked))) return showConference(db, asked, address);
    location.replace(address);
  });
}
