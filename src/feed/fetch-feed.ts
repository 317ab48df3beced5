import { inEnglish } from "../domain/speech";

export type FetchedFeed =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly ok: false;
      /** One sentence for people, in English as it is kept: `retold` says it. */
      readonly reason: string;
      /** True where no answer came, or not all of it: the device or the server is offline. */
      readonly unreachable: boolean;
    };

interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole answer, 15,000 where nothing is said. */
  readonly timeout?: number;
}

/** How long a fetch may take, milliseconds. */
export const FETCHING = 15_000;
/** Bytes; no schedule is larger. */
export const LARGEST_FEED = 32 * 1024 * 1024;

/**
 * A feed's bytes from its address (`http(s)` or `webcal`, or one relative to the page). The browser's HTTP
 * cache makes the request conditional. Never throws; the timeout covers headers and body.
 */
export async function fetchFeed(address: string, options: FetchOptions = {}): Promise<FetchedFeed> {
  const { signal, timeout = FETCHING } = options;
  const stop = new AbortController();
  const abort = () => stop.abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, timeout);
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  try {
    const answer = await fetch(address.replace(/^webcals?:/i, "https:"), {
      cache: "no-cache",
      credentials: "same-origin",
      signal: stop.signal,
    });
    if (!answer.ok)
      return refused(inEnglish("The server answered {status}.", { status: String(answer.status) }));
    return await bytesOf(answer);
  } catch {
    if (late) {
      const seconds = String(Math.ceil(timeout / 1_000));
      return unreachable(inEnglish("The server did not answer within {seconds} seconds.", { seconds }));
    }
    return unreachable(
      signal?.aborted ? inEnglish("The request was stopped.") : inEnglish("The server cannot be reached."),
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    stop.abort();
  }
}

/** Octets that are put together in one go. */
const AT_ONCE = 1_000_000;

/** Reads piece by piece, so that an endless answer ends at the limit. */
async function bytesOf(answer: Response): Promise<FetchedFeed> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    size += piece.value.length;
    if (size > LARGEST_FEED)
      return refused(inEnglish("The answer is larger than 32 MB, too large for a schedule."));
    chunks.push(piece.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  let since = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
    since += chunk.length;
    if (since < AT_ONCE) continue;
    // Memory that is new is slow: a phone has a frame to draw in between.
    since = 0;
    await new Promise((done) => setTimeout(done, 0));
  }
  return { ok: true, bytes };
}

const refused = (reason: string): FetchedFeed => ({ ok: false, reason, unreachable: false });
const unreachable = (reason: string): FetchedFeed => ({ ok: false, reason, unreachable: true });
