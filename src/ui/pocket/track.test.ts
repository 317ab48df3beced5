import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Piece } from "../../domain/piece";
import { HOUR, SECOND } from "../../domain/time";
import { openTrack } from "./track";

vi.mock("./wave", () => ({ waveOf: (piece: Piece) => piece }));

const START = Date.parse("2030-05-21T10:00:00Z");

/** A media element as far as a track knows it; a test lets it play. */
class FakeAudio extends EventTarget {
  currentTime = 0;
  paused = true;
  ended = false;
  refusal: string | null = null;
  #src = "";
  get src(): string {
    return this.#src;
  }
  set src(url: string) {
    this.#src = url;
    this.currentTime = 0;
    this.paused = true;
    this.ended = false;
  }
  async play(): Promise<void> {
    this.paused = false;
    if (this.refusal) throw new DOMException("", this.refusal);
  }
  load(): void {
    this.paused = true;
  }
  remove(): void {
    this.#src = "";
  }
  removeAttribute(): void {
    this.#src = "";
  }
}

let audio: FakeAudio;
let dues: number[];
let pieces: Piece[];
/** The addresses of the pieces that are in memory. */
let held: Set<string>;
const chimed = vi.fn();
const halted = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"], now: START });
  audio = new FakeAudio();
  dues = [];
  pieces = [];
  held = new Set();
  chimed.mockReset();
  halted.mockReset();
  vi.stubGlobal("document", { createElement: () => audio, body: { append: () => undefined } });
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("URL", {
    createObjectURL: (piece: Piece) => {
      pieces.push(piece);
      held.add(`blob:${pieces.length}`);
      return `blob:${pieces.length}`;
    },
    revokeObjectURL: (url: string) => held.delete(url),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = () => openTrack({ dues: () => dues, onChime: chimed, onTick: () => undefined, onHalt: halted });
const tell = (event: string) => audio.dispatchEvent(new Event(event));

/** The device's clock goes on, and the sound with it, as far as `played` says. */
function pass(ms: number, played = ms): void {
  vi.setSystemTime(Date.now() + ms);
  audio.currentTime += played / SECOND;
  tell("timeupdate");
}
/** Where the last piece chimes, from the beginning of the test. */
const chimes = () => pieces.at(-1)?.chimes.map(({ dueAt }) => dueAt - START);

test("piece follows piece, and one is in memory at a time", () => {
  open();
  for (let half = 0; half < 6; half += 1) pass(30_000);
  expect(pieces.map(({ from }) => from - START)).toEqual([0, 60_000, 120_000, 180_000]);
  audio.ended = true;
  tell("ended");
  expect(pieces).toHaveLength(5);
  expect(held.size).toBe(1);
});

test("what is to chime from now on is taken up, and a chime that sounds is not cut off for it", () => {
  dues = [START + 5_000, START + 20_000];
  const track = open();
  pass(5_200);
  expect(chimed).toHaveBeenCalledExactlyOnceWith(START + 5_000, 0);
  dues = [START + 5_000, START + 30_000];
  track.renew();
  pass(250);
  expect(pieces).toHaveLength(1);
  pass(1_300);
  expect(chimes()).toEqual([30_000]);
  // The same again is no reason for another piece.
  pass(250);
  track.renew();
  pass(250);
  expect(pieces).toHaveLength(2);
});

test("paused from outside it stops, also where the plan changes before that is told", () => {
  dues = [START + 20_000];
  const track = open();
  pass(250);
  audio.paused = true;
  dues = [];
  track.renew();
  tell("timeupdate");
  tell("pause");
  expect(halted).toHaveBeenCalledExactlyOnceWith("paused");
  expect(pieces).toHaveLength(1);
  expect(held.size).toBe(0);
});

test("a pause that belongs to a piece that is off by now, or to its end, is none from outside", () => {
  open();
  tell("pause");
  audio.paused = true;
  audio.ended = true;
  tell("pause");
  expect(halted).not.toHaveBeenCalled();
});

test.each([
  ["NotAllowedError", 1],
  ["AbortError", 0],
])("a browser that answers %s", async (refusal, halts) => {
  audio.refusal = refusal;
  open();
  await vi.waitFor(() => expect(audio.paused).toBe(halts === 1));
  await Promise.resolve();
  expect(halted.mock.calls).toEqual(Array.from({ length: halts }, () => ["broken"]));
});

test("a sound that is off the clock is set right, also where the clock was put back since it last was", () => {
  open();
  pass(20_000);
  pass(5_000, 4_000);
  expect(pieces.at(-1)?.from).toBe(START + 25_000);
  // Not more often than each ten seconds.
  pass(5_000, 4_000);
  expect(pieces).toHaveLength(2);
  vi.setSystemTime(Date.now() - HOUR);
  dues = [Date.now() + 10_000];
  pass(250);
  expect(pieces).toHaveLength(3);
  expect(pieces.at(-1)?.chimes.map(({ offset }) => offset)).toEqual([9_750]);
});

test("what has sounded does not sound again where the clock is put back to before it", () => {
  dues = [START + 5_000, START + 9_000];
  open();
  pass(5_000);
  pass(3_000);
  expect(chimed).toHaveBeenCalledTimes(1);
  vi.setSystemTime(START + 2_000);
  pass(250);
  expect(pieces).toHaveLength(2);
  expect(chimes()).toEqual([9_000]);
});

test("a piece begins as late as the one before began, not as one that stood still meanwhile", () => {
  open();
  vi.setSystemTime(START + 300);
  tell("playing");
  // It is set right by that at once.
  pass(250);
  expect(pieces.at(-1)?.from).toBe(START + 550 + 300);
  vi.setSystemTime(START + 850);
  tell("playing");
  pass(30_000);
  // The system took the sound away for a while, without a word.
  vi.setSystemTime(Date.now() + 1_500);
  tell("playing");
  pass(250);
  expect(pieces).toHaveLength(3);
  expect(pieces.at(-1)?.from).toBe(Date.now() + 300);
});

test("one slow beginning does not make the next chime early; three do", () => {
  open();
  const begin = (late: number) => {
    vi.setSystemTime(Date.now() + late);
    tell("playing");
    pass(60_000);
    return (pieces.at(-1)?.from ?? 0) - Date.now();
  };
  expect([20, 400, 400, 400].map(begin)).toEqual([20, 20, 20, 400]);
});

test("a sound that stands still without a word is begun anew, and given up if that does not help", () => {
  open();
  pass(14_000);
  vi.advanceTimersByTime(15_000);
  expect(pieces).toHaveLength(1);
  vi.advanceTimersByTime(15_000);
  expect(pieces).toHaveLength(2);
  pass(250);
  vi.advanceTimersByTime(15_000);
  vi.advanceTimersByTime(14_999);
  expect(halted).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(pieces).toHaveLength(3);
  vi.advanceTimersByTime(15_000);
  expect(halted).toHaveBeenCalledExactlyOnceWith("broken");
  expect(held.size).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(pieces).toHaveLength(3);
});
