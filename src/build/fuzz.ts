import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzzFeeds } from "./fuzz-feeds";
import { drawFrom, mutate } from "./mutate";
import { PROJECT } from "./run-step";

/** Larger feeds are read as often, but would make the rounds few. */
const LARGEST_SEED = 64_000;

/**
 * `npm run fuzz -- [--seed N] [--from N] [--count N] [--write FILE]`: reads mutated feeds, 100,000 where nothing
 * is said, and prints what crashed, hung or took too much memory. Its seed, as printed, repeats a run, on the
 * same feeds; `--from N --count 1 --write FILE` gives the one of them that did.
 */
export async function main(args: readonly string[]): Promise<number> {
  const number = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { seed: number, from: number, count: number, write: number, own: { type: "boolean" } },
  });
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  const from = Number(values.from ?? 0);
  const count = Number(values.count ?? 100_000);
  const feeds = seedFeeds(values.own ?? false);
  if (values.write) {
    writeFileSync(values.write, mutate(feeds, drawFrom(Math.imul(seed, 0x9e3779b1) ^ from)));
    return 0;
  }
  console.log(`${count} mutations of ${feeds.length} feeds, --seed ${seed}`);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const tally = await fuzzFeeds(
    { feeds, seed, from, count, threads: availableParallelism(), deadline: 5_000 },
    {
      progress: (done) => console.log(`${done} in ${seconds().toFixed(0)} s`),
      failure: (index, why) => console.log(`--from ${index}: ${why}`),
    },
  );
  const rate = Math.round(count / seconds());
  const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
  console.log(
    `${count} feeds in ${seconds().toFixed(0)} s (${rate} a second), ${tally.usable} of them usable with ` +
      `${tally.sessions} sessions; ${tally.failed.length} crashes and hangs; at most ${memory} MB`,
  );
  return tally.failed.length === 0 ? 0 : 1;
}

/** The project's own feeds, and those of the corpus where it lies beside the checkout. */
export function seedFeeds(ownOnly: boolean): readonly Uint8Array[] {
  const fixtures = filesIn(join(PROJECT, "src/feed/fixtures"));
  const embedded = readFileSync(join(PROJECT, "public/schedule.ics"));
  const corpus = ownOnly ? [] : filesIn(join(PROJECT, "../shared/feeds"));
  return [embedded, ...fixtures, ...corpus].filter(({ length }) => length <= LARGEST_SEED);
}

function filesIn(folder: string): readonly Uint8Array[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ics"))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}
