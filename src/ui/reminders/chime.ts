let audio: AudioContext | undefined;

/** Readies the sound at the attendee's first touch or key, the only moment at which browsers allow it. */
export function readyChime(): void {
  const ready = () => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  for (const event of ["pointerdown", "keydown"])
    addEventListener(event, ready, { once: true, passive: true });
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
