import type { Clock } from "../domain/clock";
import type { Conference } from "../domain/conference";
import type { Pass } from "../domain/pass";
import type { Asked } from "../domain/reminder";
import { type News, readNews } from "../store/changes";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import type { Db, Freshness, Held } from "../store/db";
import { readHeld } from "../store/held";
import { HOME } from "../store/home";
import { readPasses } from "../store/passes";
import { type Layout, readSetting } from "../store/settings";
import { readAsked } from "../store/wishes";

/** Everything the first picture is made of. */
export interface FirstRead {
  readonly conference: Conference | undefined;
  readonly freshness: Freshness | undefined;
  readonly asked: Asked;
  readonly clock: Clock;
  readonly passes: readonly Pass[];
  readonly layout: Layout;
  readonly news: News;
  readonly held: Held | undefined;
}

/** Reads what the first picture needs, all at once, so that nothing in it appears late. */
export async function readFirst(db: Db): Promise<FirstRead> {
  const [conference, freshness, asked, clock, passes, layout, news, held] = await Promise.all([
    readConference(db, HOME),
    db.freshness.get(HOME),
    readAsked(db, HOME),
    readClock(db),
    readPasses(db, HOME),
    readSetting(db, "layout"),
    readNews(db, HOME),
    readHeld(db, HOME),
  ]);
  return { conference, freshness, asked, clock, passes, layout, news, held };
}
