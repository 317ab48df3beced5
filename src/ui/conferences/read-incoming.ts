import type { Conference, ConferenceDetails, ReportLine } from "../../domain/conference";
import { inEnglish } from "../../domain/speech";
import { type FetchedFeed, fetchFeed } from "../../feed/fetch-feed";
import type { FeedResult, ParseOptions } from "../../feed/parse-feed";
import { parseInWorker } from "../../feed/parse-in-worker";
import { type Standing, standingOf } from "../../store/bring-in";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import { openFeedWorker } from "../trusted";
import type { Incoming } from "./incoming";
import { type ReadAddress, readAddress } from "./read-address";

/** No schedule is larger. */
const LARGEST = 32 * 1024 * 1024;

/** What came in and can be kept, as the attendee sees it before it is. */
export interface Preview {
  readonly kind: "preview";
  readonly conference: Conference;
  readonly details: ConferenceDetails;
  readonly bytes: Uint8Array;
  readonly readAt: number;
  readonly address: string | null;
  readonly fileName: string | null;
  /** The feed's times hang on a zone that it does not name: `timeZone` is the attendee's, or null as yet. */
  readonly asksTimeZone: boolean;
  readonly timeZone: string | null;
  readonly cutOff: boolean;
  readonly standing: Standing;
}

/** What came in and cannot be kept. */
export interface Refusal {
  readonly kind: "refused";
  /** A sentence in English, for `retold`. */
  readonly reason: string;
  /** Where the attendee may get it instead; null where nothing would come of it. */
  readonly link: string | null;
  readonly report: readonly ReportLine[];
}

/** What reading needs of the world; a test hands in its own. */
export interface ReadDoors {
  readonly fetch: (address: string, signal: AbortSignal) => Promise<FetchedFeed>;
  readonly parse: (bytes: Uint8Array, options: ParseOptions, signal: AbortSignal) => Promise<FeedResult>;
  readonly readAddress: (text: string) => ReadAddress;
}

/** The page's own doors; the worker ends as soon as its answer is no longer wanted. */
const PAGE_DOORS: ReadDoors = {
  fetch: (address, signal) => fetchFeed(address, { signal }),
  parse: (bytes, options, signal) =>
    parseInWorker(
      () => {
        const worker = openFeedWorker();
        signal.addEventListener("abort", () => worker.terminate());
        return worker;
      },
      bytes,
      options,
    ),
  readAddress: (text) => readAddress(text),
};

/**
 * Reads what came in, keeps nothing, and says what it is. `timeZone` is the attendee's for a feed that names
 * none. What is stopped by `signal` comes to an answer that nobody waits for.
 */
export async function readIncoming(
  db: Db,
  incoming: Incoming,
  timeZone: string | null,
  signal: AbortSignal,
  doors: ReadDoors = PAGE_DOORS,
): Promise<Preview | Refusal> {
  const address = incoming.kind === "address" ? doors.readAddress(incoming.address) : null;
  const got = address ? await fromAddress(address, signal, doors) : await fromFile(incoming);
  if ("kind" in got) return got;
  const result = await doors.parse(got.bytes, { defaultTimeZone: timeZone, now: deviceNow() }, signal);
  if (!result.ok) return { ...refusal(result.reason), report: result.report };
  const { conference, details, cutOff } = result;
  const url = address?.kind === "open" ? address.url : null;
  return {
    kind: "preview",
    conference,
    details,
    bytes: got.bytes,
    readAt: deviceNow(),
    address: url,
    fileName: incoming.kind === "file" ? incoming.fileName : null,
    asksTimeZone: timeZone !== null || result.asksTimeZone,
    timeZone,
    cutOff,
    standing: await standingOf(db, conference, url),
  };
}

async function fromAddress(
  address: ReadAddress,
  signal: AbortSignal,
  doors: ReadDoors,
): Promise<{ readonly bytes: Uint8Array } | Refusal> {
  switch (address.kind) {
    case "open": {
      const fetched = await doors.fetch(address.url, signal);
      if (fetched.ok) return fetched;
      // Whether nobody answered or the answer was for that site's own pages alone, a browser does not tell.
      const reason = fetched.unreachable
        ? inEnglish(
            "There was no answer that this page may read: the server cannot be reached, or it keeps its calendar from other sites. Open the address in a browser tab, save the file, and import it here.",
          )
        : fetched.reason;
      return refusal(reason, address.url);
    }
    case "closed":
      return refusal(
        inEnglish(
          "That calendar is on another site, and this app asks no site but its own. Open the address in a browser tab, save the file, and import it here.",
        ),
        address.url,
      );
    case "insecure":
      return refusal(
        inEnglish(
          "That address is not encrypted (http), so anybody on the way could change the calendar. Try it with https, or open it in a browser tab, save the file, and import it here.",
        ),
        address.url,
      );
    case "file":
      return refusal(
        inEnglish(
          "A page may not open a file by its address. Choose the file itself: “Import a calendar file”.",
        ),
      );
    case "none":
      return refusal(inEnglish("This is not the address of a calendar."));
  }
}

async function fromFile(incoming: Incoming): Promise<{ readonly bytes: Uint8Array } | Refusal> {
  if (incoming.kind !== "file") return refusal(inEnglish("No calendar and no address of one is in it."));
  if (incoming.file.size > LARGEST) {
    return refusal(inEnglish("The file is larger than 32 MB, too large for a schedule."));
  }
  try {
    return { bytes: new Uint8Array(await incoming.file.arrayBuffer()) };
  } catch {
    return refusal(inEnglish("The file cannot be read: it may have been moved or changed."));
  }
}

const refusal = (reason: string, link: string | null = null): Refusal => ({
  kind: "refused",
  reason,
  link,
  report: [],
});
