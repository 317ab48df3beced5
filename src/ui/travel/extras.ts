import * as v from "valibot";
import { bytesOf, urlText } from "../../domain/url-text";

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(-8.64e15), v.maxValue(8.64e15));

/** What is sent beside an agenda, where the attendee asks for it. Titles stand in the order of its code. */
const Extras = v.object({
  titles: v.optional(v.pipe(v.array(text(200)), v.maxLength(20_000)), []),
  /** The place of a session in the code, and what is written to it. */
  notes: v.optional(
    v.pipe(
      v.array(v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0)), text(30_000)])),
      v.maxLength(5_000),
    ),
    [],
  ),
  entries: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.object({
            sessionId: v.pipe(text(60), v.regex(/^own:[\w-]+$/)),
            title: v.pipe(text(300), v.nonEmpty()),
            startsAt: instant,
            endsAt: instant,
            room: v.nullable(text(300)),
          }),
          v.check(({ startsAt, endsAt }) => startsAt <= endsAt),
        ),
      ),
      v.maxLength(1_000),
    ),
    [],
  ),
});

export type Extras = v.InferOutput<typeof Extras>;

export const NO_EXTRAS: Extras = { titles: [], notes: [], entries: [] };

/** What comes out of the letters is larger than this only where somebody means harm. */
const MOST = 8_000_000;

const DEFLATED = "z";
const PLAIN = "j";

/** What is sent beside an agenda as letters of an address, packed where the browser can; null where that is nothing. */
export async function packExtras(extras: Extras): Promise<string | null> {
  const filled = Object.entries(extras).filter(([, list]) => list.length > 0);
  if (filled.length === 0) return null;
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(filled)));
  if (typeof CompressionStream !== "function") return PLAIN + urlText(bytes);
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return DEFLATED + urlText(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** What such letters hold; null where they are cut off, changed, or of a kind that this version does not know. */
export async function unpackExtras(letters: string): Promise<Extras | null> {
  const bytes = bytesOf(letters.slice(1));
  if (!bytes) return null;
  try {
    const plain = letters.startsWith(DEFLATED) ? await inflated(bytes) : bytes;
    if (!plain || !/^[jz]/.test(letters)) return null;
    const said: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
    const read = v.safeParse(Extras, said);
    return read.success ? read.output : null;
  } catch {
    return null; // Cut off: no JSON, or no end of what was packed.
  }
}

/** Unpacks bytes; null as soon as that gets out of hand. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
