import { appendFile } from "node:fs/promises";
import { plainMarkdown } from "../domain/plain-markdown";
import type { Verdict } from "./judge-arrival";

/** What came of a run of the mirror. */
export interface MirrorOutcome {
  readonly feed: string;
  /** "own": the feed is the file that the build takes anyway. */
  readonly verdict: Verdict | { readonly kind: "own" };
  /** The build would put up what is deployed already: nothing is lost where something else is the reason to build. */
  readonly keepsDeployed?: boolean;
}

/** Where a workflow wants to be told, as GitHub names it. */
interface Ears {
  readonly GITHUB_OUTPUT?: string | undefined;
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
}

const MOST = 50;

/**
 * Says what came of it: sentences on standard output; `changed=true` or `false`, and `kept=true` where the build
 * would put up the copy that is deployed, for the next steps; and Markdown for the run's page.
 */
export async function tellMirror(outcome: MirrorOutcome, env: Ears): Promise<void> {
  const [headline, ...lines] = wordsOf(outcome).map(onOneLine);
  process.stdout.write(`${[headline, ...lines.map((line) => `  - ${line}`)].join("\n")}\n`);
  const { kind } = outcome.verdict;
  const changed = kind === "changed" || kind === "first";
  const kept = outcome.keepsDeployed === true;
  if (env.GITHUB_OUTPUT) await appendFile(env.GITHUB_OUTPUT, `changed=${changed}\nkept=${kept}\n`);
  if (env.GITHUB_STEP_SUMMARY) {
    const summary = [
      `**${plainMarkdown(headline ?? "")}**`,
      "",
      ...lines.map((line) => `- ${plainMarkdown(line)}`),
    ];
    await appendFile(env.GITHUB_STEP_SUMMARY, `${summary.join("\n")}\n\n`);
  }
}

/** A sentence, and what is new, if anything is. */
function wordsOf({ feed, verdict }: MirrorOutcome): readonly string[] {
  switch (verdict.kind) {
    case "own":
      return [`The feed is ${feed}, a file of this project: there is nothing to fetch.`];
    case "refused":
      return [
        `The feed ${feed} was refused, and the site stays as it is: ${verdict.reason}${
          verdict.canForce ? " If that is meant, run this again with --force." : ""
        }`,
      ];
    case "unchanged":
      return ["Nothing that attendees see has changed."];
    case "first":
      return ["The first schedule for this site: there is none yet that it could be compared with."];
    case "changed":
      return [
        `The schedule has changed (${verdict.lines.length}):`,
        ...verdict.lines.slice(0, MOST),
        ...(verdict.lines.length > MOST ? [`and ${verdict.lines.length - MOST} more`] : []),
      ];
  }
}

/** Somebody else’s words end no line, and are no command to whoever reads the output. */
const onOneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .replaceAll("##[", "## [")
    .trim();
