import { CHIME, PIECE, type Piece, SPARE } from "../../domain/piece";
import { SECOND } from "../../domain/time";

/** Samples a second: enough for a chime, and little memory. */
const RATE = 8_000;
const LOUDEST = 32_767;

/*
 * What sounds between the chimes. A browser takes a page for one that plays sound only above some -72 dB of the
 * loudest: digital silence does not keep a hidden page's timers from being slowed down, this does (Chromium 156).
 * At 40 Hz and -63 dB neither a phone's speaker nor an ear has it.
 */
const QUIET_HZ = 40;
const QUIET = 24;

/** Two notes, twice: each begins so many milliseconds after the chime does. */
const NOTES = [
  { after: 0, hertz: 660 },
  { after: 180, hertz: 880 },
  { after: 800, hertz: 660 },
  { after: 980, hertz: 880 },
];
const NOTE = 600;

/** The level of a chime, -1 to 1, `ms` after it began. */
function chimeAt(ms: number): number {
  let level = 0;
  for (const { after, hertz } of NOTES) {
    const at = ms - after;
    if (at < 0 || at > NOTE) continue;
    const loudness = Math.min(1, at / 15) * Math.exp(-at / 140);
    level += 0.45 * loudness * Math.sin((2 * Math.PI * hertz * at) / SECOND);
  }
  return level;
}

/** One second of what sounds between chimes: a whole number of waves, so that one follows another unheard. */
const quietSecond = Int16Array.from({ length: RATE }, (_, index) =>
  Math.round(QUIET * Math.sin((2 * Math.PI * QUIET_HZ * index) / RATE)),
);

/** The second that begins `from` milliseconds into a piece. */
function secondAt(from: number, { chimes }: Piece): Int16Array<ArrayBuffer> {
  const sounding = chimes.filter(({ offset }) => offset < from + SECOND && offset + CHIME > from);
  if (sounding.length === 0) return quietSecond;
  return quietSecond.map((quiet, index) => {
    const at = from + (index * SECOND) / RATE;
    // Two of them at nearly one time sound no louder than a device can.
    const level = sounding.reduce((sum, { offset }) => sum + chimeAt(at - offset), 0);
    return quiet + Math.round((LOUDEST - QUIET) * Math.max(-1, Math.min(1, level)));
  });
}

/** The first bytes of a WAV file of `samples` samples: one channel of 16 bits (RIFF, format 1). */
function headerOf(samples: number): ArrayBuffer {
  const bytes = samples * 2;
  const header = new DataView(new ArrayBuffer(44));
  const word = (at: number, text: string) => {
    for (let index = 0; index < text.length; index += 1) header.setUint8(at + index, text.charCodeAt(index));
  };
  word(0, "RIFF");
  header.setUint32(4, 36 + bytes, true);
  word(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, RATE, true);
  header.setUint32(28, RATE * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  word(36, "data");
  header.setUint32(40, bytes, true);
  return header.buffer;
}

/** A piece of the track as a WAV file, with what it has to spare. */
export function waveOf(piece: Piece): Blob {
  const seconds = (PIECE + SPARE) / SECOND;
  const sound = Array.from({ length: seconds }, (_, index) => secondAt(index * SECOND, piece));
  return new Blob([headerOf(seconds * RATE), ...sound], { type: "audio/wav" });
}
