import type { Clock } from "../domain/clock";
import type { Conference } from "../domain/conference";
import type { Pass } from "../domain/pass";
import type { Asked } from "../domain/reminder";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import type { Db, Freshness, Source } from "../store/db";
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
  readonly clock: Clock;
  readonly passes: readonly Pass[];
  readonly layout: Layout;
  /** The other conferences on this device. */
  readonly sources: readonly Source[];
}

/** Reads what the first picture of a conference needs, all at once, so that nothing in it appears late. */
export async function readFirst(db: Db, key: string): Promise<FirstRead> {
  const [conference, freshness, asked, clock, passes, layout, sources] = await Promise.all([
    readConference(db, key),
    db.freshness.get(key),
    readAsked(db, key),
    readClock(db),
    readPasses(db, key),
    readSetting(db, "layout"),
    readSources(db),
  ]);
  return { key, conference, freshness, asked, clock, passes, layout, sources };
}
