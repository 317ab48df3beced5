import { readConference } from "../../store/conferences";
import type { Db } from "../../store/db";
import { readStars } from "../../store/stars";
import { shown } from "../shown";
import { codesOf, readBaggage } from "./baggage";

/** The link to what is starred of the conference that is shown; null where nothing is. */
export async function ownLink(db: Db): Promise<string | null> {
  const key = shown.get();
  const conference = await readConference(db, key);
  const starred = new Set((await readStars(db, key)).map(({ sessionId }) => sessionId));
  if (!conference || starred.size === 0) return null;
  const baggage = await readBaggage(db, conference, starred);
  return (await codesOf(conference, starred, baggage, { notes: true, entries: true })).link;
}
