import { useCallback, useEffect, useRef, useState } from "react";

/** Browsers refuse an address that changes with each letter of a fast writer. */
const PAUSE = 300;

/** Words that are being typed, ahead of the address that keeps them. */
export interface Typed {
  readonly words: string;
  readonly type: (words: string) => void;
  /** Writes the address now: for when the attendee turns to something else. */
  readonly keep: () => void;
}

/** `kept` are the words in the address; `write` puts others there, and is called once a writer pauses. */
export function useTyped(kept: string, write: (words: string) => void): Typed {
  const [words, setWords] = useState(kept);
  const known = useRef(kept);
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(write);
  latest.current = write;

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current === null) return;
    known.current = pending.current;
    pending.current = null;
    latest.current(known.current);
  }, []);
  const type = useCallback(
    (next: string) => {
      setWords(next);
      pending.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, PAUSE);
    },
    [keep],
  );

  // The address changed by another hand, such as Back: what was about to be written belongs to the past.
  useEffect(() => {
    if (kept === known.current) return;
    known.current = kept;
    pending.current = null;
    clearTimeout(timer.current);
    setWords(kept);
  }, [kept]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return { words, type, keep };
}
