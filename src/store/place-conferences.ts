import type { Conference } from "../domain/conference";
import { comesAfter } from "../domain/next-edition";
import { isSameConference } from "../domain/same-conference";
import type { FileConference } from "./backup-schema";
import { deviceNow } from "./clock";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { readSources } from "./sources";

interface Here {
  readonly key: string;
  readonly address: string | null;
  readonly conference: Conference | undefined;
}

/** A conference of a backup, and the one that it is here. */
export interface PlacedConference {
  readonly file: FileConference;
  /** Undefined where it is not on this device. */
  readonly here: Pick<Here, "key" | "conference"> | undefined;
}

/**
 * Finds out which conference each one of a backup is here, no two the same: by its key and address, else by its
 * sessions, the site's own also by its name. `now` (device time) says what is over.
 */
export async function placeConferences(
  db: Db,
  files: readonly FileConference[],
  now = deviceNow(),
): Promise<readonly PlacedConference[]> {
  const left: Here[] = [
    { key: HOME, address: null, conference: await readConference(db, HOME) },
    ...(await Promise.all(
      (
        await readSources(db)
      ).map(async ({ key, address }) => ({
        key,
        address,
        conference: await readConference(db, key),
      })),
    )),
  ];
  return files.map((file) => {
    const here = left.find((one) => isSurely(file, one, now)) ?? left.find((one) => isLikely(file, one, now));
    if (here) left.splice(left.indexOf(here), 1);
    return { file, here };
  });
}

/** The same key is made of the same address, or of the same name and first session. */
function isSurely(file: FileConference, here: Here, now: number): boolean {
  if (here.key === HOME) return file.key === HOME && isOwn(file, here, now);
  const address = file.source?.address ?? null;
  return file.key === here.key || (address !== null && address === here.address);
}

/** The site's own may have another programme by now, and be called the same. */
function isOwn({ name, sample }: FileConference, { conference }: Here, now: number): boolean {
  if (!conference) return true;
  if (isOfOtherYear({ sessions: sample }, conference, now)) return false;
  return name === "" || conference.name === name || isSameConference({ sessions: sample }, conference);
}

/** What was said of last year's is not said of this year's, whatever ids and titles they share. */
function isOfOtherYear(then: Sample, here: Sample, now: number): boolean {
  const isOver = ({ sessions }: Sample) => sessions.every(({ startsAt }) => startsAt < now);
  // What is not over, and is to be at another time, was put off.
  return (comesAfter(then, here) && isOver(then)) || (comesAfter(here, then) && isOver(here));
}

type Sample = Parameters<typeof comesAfter>[0];

function isLikely({ sample }: FileConference, { conference }: Here, now: number): boolean {
  if (!conference || isOfOtherYear({ sessions: sample }, conference, now)) return false;
  return isSameConference({ sessions: sample }, conference);
}
