import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type FetchedFeed, fetchFeed, LARGEST_FEED } from "../feed/fetch-feed";
import { isAddress } from "./site";

/** A feed that was asked for, and the way to its bytes. */
export interface FoundFeed {
  readonly path: string;
  readonly bytes: () => Promise<FetchedFeed>;
}

/**
 * The feeds of these paths and addresses, in their order; a folder stands for every `.ics` file under it. Paths
 * go from `from`. Whatever is not there is found all the same: its bytes are a refusal with a sentence.
 */
export async function findFeeds(paths: readonly string[], from: string): Promise<readonly FoundFeed[]> {
  const found: FoundFeed[] = [];
  for (const path of paths) {
    if (isAddress(path)) found.push({ path, bytes: () => fetchFeed(path) });
    else found.push(...(await findIn(path, from)));
  }
  return found;
}

async function findIn(path: string, from: string): Promise<readonly FoundFeed[]> {
  const whole = resolve(from, path);
  const file = (name: string): FoundFeed => ({ path: name, bytes: () => bytesOf(resolve(from, name)) });
  try {
    if (!(await stat(whole)).isDirectory()) return [file(path)];
    const names = await readdir(whole, { recursive: true });
    const feeds = names.filter((name) => /\.ics$/i.test(name)).sort();
    if (feeds.length > 0) return feeds.map((name) => file(join(path, name)));
    return [{ path, bytes: async () => refused("This folder holds no .ics file.") }];
  } catch {
    return [file(path)];
  }
}

/** The same limit as for an answer from the network. */
async function bytesOf(path: string): Promise<FetchedFeed> {
  try {
    const about = await stat(path);
    if (!about.isFile()) return refused("This is no file.");
    if (about.size > LARGEST_FEED) return refused("The file is larger than 32 MB, too large for a schedule.");
    return { ok: true, bytes: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return refused(code === "ENOENT" ? "There is no such file." : "The file cannot be opened.");
  }
}

const refused = (reason: string): FetchedFeed => ({ ok: false, reason, unreachable: true });
