import { findFeeds } from "./find-feeds";
import { type FeedJudgement, judgeFeed } from "./judge-feed";
import { openReader } from "./open-reader";

const COLUMNS = ["events", "readable", "sessions", "skipped", "dropped", "guessed", "zonesGuessed"] as const;

/**
 * `npm run corpus -- FOLDER…`: reads every feed of the folders whole, and each of their events alone, and prints
 * a table with a line for each file and the sums of each folder. 0 comes back only where no event was lost.
 */
export async function main(args: readonly string[]): Promise<number> {
  const reader = await openReader();
  let lost = 0;
  let hangs = 0;
  console.log(`file\tanswer\t${COLUMNS.join("\t")}\tlost\tms`);
  for (const folder of args) {
    const judged: FeedJudgement[] = [];
    let longest = 0;
    for (const { path, bytes } of await findFeeds([folder], process.env.INIT_CWD ?? process.cwd())) {
      const fetched = await bytes();
      if (!fetched.ok) throw new Error(`${path}: ${fetched.reason}`);
      let whole = 0;
      const result = await judgeFeed(fetched.bytes, async (feed, options) => {
        const began = performance.now();
        const read = await reader.read(feed, options);
        whole ||= performance.now() - began;
        return read;
      });
      judged.push(result);
      longest = Math.max(longest, whole);
      if (/longer than|reader (?:failed|ended)/.test(result.reason)) hangs++;
      for (const key of result.lost) console.log(`lost: ${key}`);
      console.log(lineOf(path, result.ok ? "read" : result.reason, [result], whole));
    }
    lost += judged.reduce((sum, one) => sum + one.lost.length, 0);
    const ok = judged.filter((one) => one.ok).length;
    console.log(lineOf(`ALL OF ${folder}`, `${ok} of ${judged.length} read`, judged, longest));
  }
  await reader.close();
  console.log(`${lost} events lost, ${hangs} crashes and hangs`);
  return lost + hangs === 0 ? 0 : 1;
}

function lineOf(path: string, answer: string, judged: readonly FeedJudgement[], took: number): string {
  const sums = COLUMNS.map((column) => judged.reduce((sum, one) => sum + one[column], 0));
  const lost = judged.reduce((sum, one) => sum + one.lost.length, 0);
  return [path, answer, ...sums, lost, took.toFixed(0)].join("\t");
}
