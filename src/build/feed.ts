import { parseArgs } from "node:util";
import type { FeedResult, ParseOptions } from "../feed/parse-feed";
import { BuildStop } from "./build-stop";
import { feedLine } from "./feed-line";
import { feedPage } from "./feed-page";
import { type FoundFeed, findFeeds } from "./find-feeds";
import { openReader, type Reader } from "./open-reader";
import { organisersOptions } from "./site";

const USAGE = "npm run feed -- PATH_OR_ADDRESS… [--json] reads calendar feeds and tells what is in them.";

/**
 * `npm run feed`: reads feeds with the app's own code and limits. Prints a page for each, or with `--json` one
 * object a line; 0 comes back only where every one of them can be used.
 */
export async function main(args: readonly string[]): Promise<number> {
  // Whoever reads us may have read enough.
  process.stdout.on("error", () => process.exit(1));
  const asked = readArguments(args);
  if (asked === null || asked.paths.length === 0) return complain(USAGE);
  const options = await optionsOrReason();
  if (typeof options === "string") return complain(options);
  // npm runs its scripts in the project's folder, wherever it was called.
  const feeds = await findFeeds(asked.paths, process.env.INIT_CWD ?? process.cwd());
  const reader = await openReader();
  let allUsable = true;
  for (const feed of feeds) {
    const result = await read(feed, reader, options);
    allUsable &&= result.ok;
    const page = asked.json
      ? `${JSON.stringify({ path: feed.path, ...feedLine(result) })}\n`
      : `${feedPage(feed.path, result)}\n`;
    process.stdout.write(page);
  }
  await reader.close();
  return allUsable ? 0 : 1;
}

async function read(feed: FoundFeed, reader: Reader, options: ParseOptions): Promise<FeedResult> {
  const fetched = await feed.bytes();
  return fetched.ok ? reader.read(fetched.bytes, options) : { ok: false, reason: fetched.reason, report: [] };
}

function readArguments(args: readonly string[]): { paths: readonly string[]; json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    return { paths: positionals, json: values.json };
  } catch {
    return null;
  }
}

async function optionsOrReason(): Promise<ParseOptions | string> {
  try {
    return { ...(await organisersOptions(process.env)), now: Date.now() };
  } catch (error) {
    if (error instanceof BuildStop) return error.message;
    throw error;
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
