import { createBoard } from "../board";

let audio: AudioContext | undefined;

/** True once the browser allows sound. */
export const soundReady = createBoard(false);

/** True while something else of this page sounds at each reminder. */
export const soundsElsewhere = createBoard(false);

/**
 * After what was touched has been drawn: to open the sound takes a phone longer than that. Browsers allow it for
 * a second from the touch on, ms.
 */
const AFTER = 300;

/** Readies the sound soon after the attendee's first touch or key: before that browsers do not allow it. */
export function readyChime(): void {
  if (!("AudioContext" in globalThis)) return;
  let asked = 0;
  const soon = () => {
    clearTimeout(asked);
    asked = window.setTimeout(ready, AFTER);
  };
  const ready = () => {
    if (!audio) {
      const context = new AudioContext();
      context.addEventListener("statechange", () => soundReady.set(context.state === "running"));
      audio = context;
    }
    // Every touch tries again: a phone stops the sound as the app is left.
    if (audio.state !== "running") void audio.resume().catch(() => undefined);
  };
  for (const event of ["pointerdown", "pointerup", "keydown"])
    addEventListener(event, soon, { passive: true });
}

/** Two short notes; silence where the browser has not allowed sound yet. */
export function chime(): void {
  if (audio?.state !== "running" || soundsElsewhere.get()) return;
  for (const [index, frequency] of [660, 880].entries()) {
    const start = audio.currentTime + index * 0.18;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0.0001, start);
    loudness.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.4);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.45);
  }
}
