import { BitReader, BitWriter, bestLow, CutOff } from "./bits";
import type { Conference } from "./conference";
import { fingerprintOf, SHORT_BITS, shortName } from "./fingerprint";
import { bytesOf, urlText } from "./url-text";
import { textOf, utf8Head } from "./utf8";

/*
 * An agenda as letters for a link or a code, version 1. Bits, the highest first:
 *   4   version
 *   1   0: places, 1: short names
 *   6   octets of the conference's name (40 at most), and these
 *   γ   number of stars (Elias’ gamma code)
 *   places:      32 the fingerprint of all ids in their order, 24 a check of the starred ones,
 *                4 parameter, and Rice codes of the gaps between the places of the starred ids
 *   short names: 6 parameter, and Rice codes of the gaps between the short names, by size
 * In base64url, and after that four letters to tell whether anything is cut off or changed. What is sent beside
 * it stands behind a full stop (`ui/travel/extras.ts`).
 */
const VERSION = 1;
const NAME_OCTETS = 40;
const CHECK_LETTERS = 4;

/** More stars than this are nobody's agenda. */
const MOST_STARS = 20_000;
const MOST_LETTERS = 150_000;

/** Which sessions are meant. */
export type Meant =
  /** By their places among all ids in order: short, and only for who has the same ids. */
  | {
      readonly by: "places";
      readonly fingerprint: number;
      readonly check: number;
      readonly places: readonly number[];
    }
  /** By short names of their ids, for whatever state of the programme the other has. */
  | { readonly by: "names"; readonly names: readonly number[] };

/** An agenda as it was sent: of what conference, and which sessions. */
export interface AgendaCode {
  /** The first letters of the conference's name. */
  readonly conference: string;
  readonly meant: Meant;
}

/** All ids of a conference in an order that no move, new title or new room changes. */
export function idsInOrder({ sessions }: Pick<Conference, "sessions">): readonly string[] {
  return sessions.map(({ id }) => id).sort();
}

/** A number below 2 to the power of 24 that is another one for other ids. */
export function checkOf(ids: readonly string[]): number {
  return fingerprintOf(ids) % 2 ** 24;
}

/** The name of a conference as a code has it: nothing that would not fit. */
export function nameInCode(name: string): string {
  return textOf(utf8Head(name, NAME_OCTETS)) ?? "";
}

/** The ids of the starred sessions that a conference holds, in the order in which a code has them. */
export function idsInCode(
  conference: Pick<Conference, "sessions">,
  starred: ReadonlySet<string>,
  by: Meant["by"],
): readonly string[] {
  const chosen = idsInOrder(conference).filter((id) => starred.has(id));
  return by === "places" ? chosen : chosen.sort((a, b) => shortName(a) - shortName(b));
}

/**
 * The starred sessions of a conference as letters of an address, by short names or, shorter from some stars on, by
 * places. Stars of sessions that the conference does not hold are left out.
 */
export function encodeAgenda(
  conference: Pick<Conference, "name" | "sessions">,
  starred: ReadonlySet<string>,
  by: Meant["by"],
): string {
  const ids = idsInOrder(conference);
  const chosen = idsInCode(conference, starred, by);
  const bits = new BitWriter();
  bits.write(VERSION, 4);
  bits.write(by === "names" ? 1 : 0, 1);
  const name = utf8Head(conference.name, NAME_OCTETS);
  bits.write(name.length, 6);
  for (const octet of name) bits.write(octet, 8);
  bits.writeCount(chosen.length);
  if (by === "places") {
    bits.write(fingerprintOf(ids), 32);
    bits.write(checkOf(chosen), 24);
    const places = [...ids.entries()].flatMap(([place, id]) => (starred.has(id) ? [place] : []));
    writeSorted(bits, places, 4);
  } else {
    writeSorted(
      bits,
      chosen.map(shortName).sort((a, b) => a - b),
      6,
    );
  }
  return sealed(bits.bytes());
}

/** Bytes as letters of an address, and behind them those that tell whether anything is cut off or changed. */
export function sealed(bytes: Uint8Array): string {
  const letters = urlText(bytes);
  return letters + checkLetters(letters);
}

function checkLetters(letters: string): string {
  const check = shortName(letters);
  return urlText(Uint8Array.of(check & 255, (check >>> 8) & 255, (check >>> 16) & 255));
}

/** Numbers in order; two of one value are written with a gap of nothing. `width` is that of the parameter. */
function writeSorted(bits: BitWriter, sorted: readonly number[], width: number): void {
  const gaps = sorted.map((value, index) => value - (sorted[index - 1] ?? 0));
  const low = bestLow(gaps, Math.min(2 ** width - 1, SHORT_BITS));
  bits.write(low, width);
  for (const gap of gaps) bits.writeGap(gap, low);
}

function readSorted(bits: BitReader, count: number, width: number): readonly number[] {
  const low = bits.read(width);
  const sorted: number[] = [];
  let value = 0;
  for (let index = 0; index < count; index += 1) {
    value += bits.readGap(low);
    sorted.push(value);
  }
  return sorted;
}

/** What is wrong with letters that are no agenda. */
export type CodeTrouble = "broken" | "newer" | "too large";

/** Reads what `encodeAgenda` has written. */
export function readAgendaCode(text: string): AgendaCode | CodeTrouble {
  if (text.length > MOST_LETTERS) return "too large";
  const letters = text.slice(0, -CHECK_LETTERS);
  const bytes = bytesOf(letters);
  if (!bytes || text.slice(-CHECK_LETTERS) !== checkLetters(letters)) return "broken";
  try {
    return readBits(new BitReader(bytes));
  } catch (error) {
    if (error instanceof CutOff) return "broken";
    throw error;
  }
}

function readBits(bits: BitReader): AgendaCode | CodeTrouble {
  const version = bits.read(4);
  if (version !== VERSION) return version > VERSION ? "newer" : "broken";
  const by = bits.read(1) === 1 ? "names" : "places";
  const octets = Array.from({ length: bits.read(6) }, () => bits.read(8));
  const conference = textOf(octets);
  const count = bits.readCount();
  if (conference === null) return "broken";
  if (count > MOST_STARS) return "too large";
  if (by === "names") return { conference, meant: { by, names: readSorted(bits, count, 6) } };
  const [fingerprint, check] = [bits.read(32), bits.read(24)];
  return { conference, meant: { by, fingerprint, check, places: readSorted(bits, count, 4) } };
}
