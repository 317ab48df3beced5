import { parseArgs } from "node:util";
import type { ParseOptions } from "../feed/parse-feed";
import { BuildStop } from "./build-stop";
import { askAddress } from "./doctor/ask-address";
import { findAddress } from "./doctor/find-address";
import { inOrder, type Judgement, judgeSchedule, refusal } from "./doctor/judge-schedule";
import { feedLine } from "./feed-line";
import { feedPage } from "./feed-page";
import { type FoundFeed, findFeeds } from "./find-feeds";
import { openReader, type Reader } from "./open-reader";
import { isAddress, organisersOptions } from "./site";

const USAGE =
  "npm run feed -- PATH_OR_ADDRESS… [--json] [--strict] reads calendar feeds and tells what attendees will see and what is wrong.";

/**
 * `npm run feed`: reads feeds with the app's own code and limits, and judges them. Prints a page for each, or with
 * `--json` one object a line; 0 comes back only where every one of them can be used, and with `--strict` only where
 * attendees miss nothing of any.
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
  // The organiser's name is that of one feed.
  const { name: _, ...unnamed } = options;
  const reader = await openReader();
  let isGood = true;
  for (const feed of feeds) {
    const judged = await judge(feed, reader, feeds.length === 1 ? options : unnamed);
    const { findings, result } = judged;
    isGood &&= judged.ok && !(asked.strict && findings.some(({ level }) => level === "error"));
    const page = asked.json
      ? `${JSON.stringify({ path: feed.path, ...feedLine(result), findings })}\n`
      : `${feedPage(feed.path, judged)}\n`;
    process.stdout.write(page);
  }
  await reader.close();
  return isGood ? 0 : 1;
}

async function judge({ path, bytes }: FoundFeed, reader: Reader, options: ParseOptions): Promise<Judgement> {
  const fetched = await bytes();
  if (!fetched.ok) return refusal({ ok: false, reason: fetched.reason, report: [] });
  const judged = await judgeSchedule(fetched.bytes, options, reader);
  if (!isAddress(path)) return judged;
  const findings = inOrder([...judged.findings, ...findAddress(path, await askAddress(path))]);
  return { ...judged, findings };
}

interface Asked {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
}

function readArguments(args: readonly string[]): Asked | null {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: flag, strict: flag },
      allowPositionals: true,
    });
    return { paths: positionals, ...values };
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
