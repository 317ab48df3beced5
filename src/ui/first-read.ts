import type { Clock } from "../domain/clock";
import type { Conference } from "../domain/conference";
import type { OwnEntry } from "../domain/own-entry";
import type { Pass } from "../domain/pass";
import type { Asked } from "../domain/reminder";
import { type News, readUnlooked } from "../store/changes";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import type { Db, Freshness, HeldBack, Source } from "../store/db";
import { readEntries } from "../store/entries";
import { readHeld } from "../store/held";
import { readPasses } from "../store/passes";
import { type Layout, readSetting } from "../store/settings";
import { readSources } from "../store/sources";
import { readAsked } from "../store/wishes";

/** Everything the first picture is made of. */
export interface FirstRead {
  readonly key: string;
  readonly conference: Conference | undefined;
  readonly freshness: Freshness | undefined;
  readonly asked: Asked;
  readonly entries: readonly OwnEntry[];
  readonly clock: Clock;
  readonly passes: readonly Pass[];
  readonly layout: Layout;
  /** The other conferences on this device. */
  readonly sources: readonly Source[];
  readonly news: News;
  readonly held: HeldBack | undefined;
}

/** Reads what the first picture of a conference needs, all at once, so that nothing in it appears late. */
export async function readFirst(db: Db, key: string): Promise<FirstRead> {
  const [conference, freshness, asked, entries, clock, passes, layout, sources, news, held] =
    await Promise.all([
      readConference(db, key),
      db.freshness.get(key),
      readAsked(db, key),
      readEntries(db, key),
      readClock(db),
      readPasses(db, key),
      readSetting(db, "layout"),
      readSources(db),
      readUnlooked(db, key),
      readHeld(db, key),
    ]);
  return { key, conference, freshness, asked, entries, clock, passes, layout, sources, news, held };
}
