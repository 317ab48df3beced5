import type { Conference } from "../../domain/conference";
import type { FeedResult, ParseOptions } from "../../feed/parse-feed";
import type { Reader } from "../open-reader";
import { examine } from "./examined";
import { type Finding, finding, THE_FEED } from "./finding";
import { CODES } from "./finding-words";
import { RULES } from "./rules";
import { scanEvents } from "./scan-events";
import { tellReport } from "./tell-report";

/** What the doctor has to say of a feed; `findings` the most important first, then by line. */
export type Judgement =
  | {
      readonly ok: true;
      readonly conference: Conference;
      readonly findings: readonly Finding[];
      readonly result: FeedResult & { readonly ok: true };
    }
  | {
      readonly ok: false;
      /** One sentence for people. */
      readonly reason: string;
      readonly findings: readonly Finding[];
      readonly result: FeedResult & { readonly ok: false };
    };

/**
 * Reads a feed's bytes with the app's own code, in the reader's thread and within its deadline, and judges what
 * attendees will see of it. Never rejects: a feed that cannot be used is a reason, and a finding.
 */
export async function judgeSchedule(
  bytes: Uint8Array,
  options: ParseOptions,
  reader: Pick<Reader, "read">,
): Promise<Judgement> {
  const result = await reader.read(bytes, options);
  if (!result.ok) return refusal(result, bytes);
  const findings = attempt(() => {
    const file = { events: scanEvents(bytes), size: bytes.length, now: options.now ?? Date.now() };
    const examined = examine(result, file);
    return RULES.flatMap((rule) => attempt(() => rule(examined)));
  });
  return { ok: true, conference: result.conference, findings: inOrder(findings), result };
}

/** Only a mistake of ours throws; it must not cost the organiser what the other rules find. */
function attempt(rule: () => readonly Finding[]): readonly Finding[] {
  try {
    return rule();
  } catch (error) {
    return [finding("unjudged", THE_FEED, `${String(error)}.`)];
  }
}

/** What is said of a feed that cannot be had or read; `bytes` are its file's, where there is one. */
export function refusal(
  result: FeedResult & { readonly ok: false },
  bytes: Uint8Array = new Uint8Array(),
): Judgement {
  const { reason, report } = result;
  const told = attempt(() => tellReport({ report, events: scanEvents(bytes), eventOf: new Map() }));
  return { ok: false, reason, findings: inOrder([finding("unusable", THE_FEED, reason), ...told]), result };
}

/** The most important first, then by line. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = new Map(CODES.map((code, index) => [code, index]));
  return [...findings].sort(
    (a, b) => (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0) || (a.line ?? 0) - (b.line ?? 0),
  );
}
