import { mkdir, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Edition } from "../domain/succession";
import type { FetchedFeed } from "../feed/fetch-feed";
import type { ParseOptions } from "../feed/parse-feed";
import { BuildStop } from "./build-stop";
import { deployedCopy } from "./deployed-copy";
import { findFeeds } from "./find-feeds";
import { judgeArrival, type Verdict } from "./judge-arrival";
import { type MirrorOutcome, tellMirror } from "./mirror-words";
import { openReader, type Reader } from "./open-reader";
import { type BuildEnvironment, mirroredFeed, organisersOptions } from "./site";

const USAGE =
  "npm run mirror -- [--deployed ADDRESS_OR_PATH] [--force] fetches the feed and puts it where the build takes it from, if it is good and says anything new.";

/** Where the build takes the feed from, and whoever serves `dist/` by a path. */
const TAKEN = "public/schedule.ics";

interface Asked {
  /** The site's own `schedule.ics`, as it is served now. */
  readonly deployed: string;
  readonly isForced: boolean;
}

/**
 * `npm run mirror`: fetches the organiser's feed, judges it as the app would, and writes it to
 * `public/schedule.ics` where it says something new. Afterwards that file holds what the site has to serve: the
 * new schedule, or the copy that is deployed. 0 comes back unless the feed was refused. What came of it is said
 * on standard output, and to a workflow that names files for it.
 */
export async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) return complain(USAGE);
  try {
    const outcome = await mirror(asked, process.env);
    await tellMirror(outcome, process.env);
    return outcome.verdict.kind === "refused" ? 1 : 0;
  } catch (error) {
    if (error instanceof BuildStop) return complain(error.message);
    throw error;
  }
}

async function mirror(asked: Asked, env: BuildEnvironment): Promise<MirrorOutcome> {
  const feed = await mirroredFeed(env);
  if (resolve(feed) === resolve(TAKEN)) return { feed: TAKEN, verdict: { kind: "own" } };
  const now = Date.now();
  const options = { ...(await organisersOptions(env)), now };
  const [arrived, copy] = await Promise.all([bytesOf(feed), deployedCopy(asked.deployed)]);
  const reader = await openReader(30_000);
  try {
    const deployed = copy.kind === "had" ? await editionOf(copy.bytes, reader, options) : null;
    const verdict =
      copy.kind === "unknown" && !asked.isForced
        ? refused(
            `The copy that is deployed cannot be had, so nothing can be compared with it: ${copy.reason}`,
          )
        : await judge(arrived, deployed, reader, options, asked.isForced, now);
    const isNew = verdict.kind === "changed" || verdict.kind === "first";
    const serves = isNew && arrived.ok ? arrived.bytes : deployed && copy.kind === "had" ? copy.bytes : null;
    if (serves) await put(serves);
    return { feed, verdict, keepsDeployed: !isNew && serves !== null };
  } finally {
    await reader.close();
  }
}

async function judge(
  arrived: FetchedFeed,
  deployed: Edition | null,
  reader: Reader,
  options: ParseOptions,
  isForced: boolean,
  now: number,
): Promise<Verdict> {
  if (!arrived.ok) return { kind: "refused", reason: arrived.reason, canForce: false };
  return judgeArrival(deployed, await reader.read(arrived.bytes, options), now, isForced);
}

const refused = (reason: string): Verdict => ({ kind: "refused", reason, canForce: true });

async function bytesOf(feed: string): Promise<FetchedFeed> {
  const [found] = await findFeeds([feed], process.cwd());
  return found ? found.bytes() : { ok: false, reason: "There is no such file.", unreachable: true };
}

/** Null for a copy that cannot be read: whatever can is better. */
async function editionOf(bytes: Uint8Array, reader: Reader, options: ParseOptions): Promise<Edition | null> {
  const result = await reader.read(bytes, options);
  return result.ok ? result : null;
}

/** All of it or nothing: a build may look at any moment. */
async function put(bytes: Uint8Array): Promise<void> {
  await mkdir(join(TAKEN, ".."), { recursive: true });
  await writeFile(`${TAKEN}.new`, bytes);
  await rename(`${TAKEN}.new`, TAKEN);
}

function readArguments(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        deployed: { type: "string", default: TAKEN },
        force: { type: "boolean", default: false },
      },
    });
    return { deployed: values.deployed, isForced: values.force };
  } catch {
    return null;
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
