import { isChiming, isPlayed, type Piece, pieceAt, soundsAlike } from "../../domain/piece";
import { SECOND } from "../../domain/time";
import { deviceNow } from "../../store/clock";
import { waveOf } from "./wave";

/** The sound may be this far from the clock, ms, before it is set right; and is not set right more often than this. */
const DRIFT = 150;
const SETTLE = 10 * SECOND;

/** How many beginnings say how long the next one takes. */
const REMEMBERED = 3;

/** A sound that has not gone on for so long is begun anew, once; then it is given up. */
const STANDING = 15 * SECOND;

/** A browser that takes longer than this to begin a piece is not waited for. */
const SLOWEST = 2 * SECOND;

/** What a track has to ask, and whom to tell. */
export interface TrackDoors {
  /** When it has to chime: device time, in order. */
  readonly dues: () => readonly number[];
  /** A chime has begun, `late` milliseconds after its time. */
  readonly onChime: (dueAt: number, late: number) => void;
  /** Some four times a second while it plays. */
  readonly onTick: () => void;
  /** Somebody else has paused it, or it cannot be played. Nothing sounds any more. */
  readonly onHalt: (why: "paused" | "broken") => void;
}

/** A sound that goes on for as long as it is wanted. */
export interface Track {
  /** Asks anew when to chime; a chime that sounds is not cut off for it. */
  readonly renew: () => void;
  readonly close: () => void;
}

/** What some browsers know of how a page means its sound: heard also where the phone is switched to silent. */
interface AudioSession {
  type: "auto" | "playback";
}

function meanPlayback(type: AudioSession["type"]): void {
  const { audioSession } = navigator as { audioSession?: AudioSession };
  if (audioSession) audioSession.type = type;
}

/**
 * Begins to play, piece after piece, in one media element, which stands in the page while it plays. Call it in the
 * attendee's tap: browsers begin no sound otherwise.
 */
export function openTrack(doors: TrackDoors): Track {
  const audio = document.createElement("audio");
  document.body.append(audio);
  let piece: Piece | undefined;
  /** How long the last pieces took from being asked for to their first sound. */
  const tooks: number[] = [];
  /** What has sounded, by when it was due: the device's clock may be put back to before that. */
  const sounded = new Set<number>();
  let chimed = 0;
  let settledAt = Number.NEGATIVE_INFINITY;
  let askedAt = 0;
  let isBegun = false;
  /** What is to chime has changed since this piece was made. */
  let isDated = false;
  let isOpen = true;

  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(watch);
    const { src } = audio;
    audio.removeAttribute("src");
    audio.load();
    audio.remove();
    URL.revokeObjectURL(src);
    meanPlayback("auto");
  };
  const halt = (why: "paused" | "broken") => {
    if (!isOpen) return;
    close();
    doors.onHalt(why);
  };
  const next = () => {
    const { src } = audio;
    askedAt = deviceNow();
    piece = pieceAt(askedAt + (tooks.length > 0 ? Math.min(...tooks) : 0), doors.dues(), sounded);
    chimed = 0;
    isBegun = false;
    isDated = false;
    audio.src = URL.createObjectURL(waveOf(piece));
    if (src) URL.revokeObjectURL(src);
    audio.play().catch((error: unknown) => {
      // One that gave way to the next piece, or was paused meanwhile, which is told of otherwise.
      if (!(error instanceof DOMException) || error.name !== "AbortError") halt("broken");
    });
  };

  audio.addEventListener("playing", () => {
    // A piece that stood still and plays on tells nothing of how long the next takes to begin.
    if (isBegun) return;
    isBegun = true;
    // The least of them: one slow beginning must not make the next chimes early.
    tooks.push(Math.min(Math.max(deviceNow() - askedAt - audio.currentTime * SECOND, 0), SLOWEST));
    if (tooks.length > REMEMBERED) tooks.shift();
  });
  audio.addEventListener("timeupdate", () => {
    if (!isOpen || !piece || audio.paused) return;
    const now = deviceNow();
    const at = audio.currentTime * SECOND;
    for (const { dueAt, offset } of piece.chimes.slice(chimed)) {
      if (at < offset) break;
      chimed += 1;
      sounded.add(dueAt);
      doors.onChime(dueAt, now - (at - offset) - dueAt);
    }
    const drifts = Math.abs(now - piece.from - at) > DRIFT;
    // The device's clock may have been put back meanwhile.
    const isToSettle = drifts && Math.abs(now - settledAt) > SETTLE;
    if (isPlayed(piece, at)) next();
    else if ((isDated || isToSettle) && !isChiming(piece, at)) {
      if (isToSettle) settledAt = now;
      next();
    }
    doors.onTick();
  });
  // Where the piece was not taken off in time. What was said of one that is off by now is no longer so.
  audio.addEventListener("ended", () => {
    if (isOpen && audio.ended) next();
  });
  audio.addEventListener("pause", () => {
    if (isOpen && audio.paused && !audio.ended) halt("paused");
  });
  audio.addEventListener("error", () => halt("broken"));

  // Some devices take the sound away without a word: nobody is to believe that it goes on.
  let stood = 0;
  let place = "";
  const watch = setInterval(() => {
    const now = `${audio.src} ${audio.currentTime}`;
    const stands = now === place || (stood > 0 && audio.currentTime === 0);
    stood = stands ? stood + 1 : 0;
    place = now;
    if (stood === 1) next();
    if (stood > 1) halt("broken");
  }, STANDING);

  meanPlayback("playback");
  next();
  return {
    renew: () => {
      if (!piece) return;
      isDated = !soundsAlike(piece, pieceAt(piece.from, doors.dues(), sounded), deviceNow());
    },
    close,
  };
}
