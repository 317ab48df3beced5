import type { Conference } from "../domain/conference";
import { isSameConference } from "../domain/same-conference";
import type { FileConference } from "./backup-schema";
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
 * sessions, the site's own also by its name.
 */
export async function placeConferences(
  db: Db,
  files: readonly FileConference[],
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
    const here = left.find((one) => isSurely(file, one)) ?? left.find((one) => isLikely(file, one));
    if (here) left.splice(left.indexOf(here), 1);
    return { file, here };
  });
}

/** The same key is made of the same address, or of the same name and first session. */
function isSurely(file: FileConference, here: Here): boolean {
  if (here.key === HOME) return file.key === HOME && isOwn(file, here);
  const address = file.source?.address ?? null;
  return file.key === here.key || (address !== null && address === here.address);
}

/** The site's own may have another programme by now, and be called the same. */
function isOwn({ name, sample }: FileConference, { conference }: Here): boolean {
  if (!conference || name === "" || conference.name === name) return true;
  return isSameConference({ sessions: sample }, conference);
}

function isLikely({ sample }: FileConference, { conference }: Here): boolean {
  return conference !== undefined && isSameConference({ sessions: sample }, conference);
}
