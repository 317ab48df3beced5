import { createBoard } from "../board";

let audio: AudioContext | undefined;

/** True once the browser allows sound. */
export const soundReady = createBoard(false);

/** Readies the sound at the attendee's first touch or key, the only moment at which browsers allow it. */
export function readyChime(): void {
  if (!("AudioContext" in globalThis)) return;
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
    addEventListener(event, ready, { passive: true });
}

/** Two short notes; silence where the browser has not allowed sound yet. */
export function chime(): void {
  if (audio?.state !== "running") return;
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
