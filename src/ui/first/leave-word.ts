import { useEffect } from "react";
import { currentSpeech, ENGLISH } from "../../domain/speech";
import type { Freshness } from "../../store/db";
import { DIGITS } from "./facts";
import { writeMirror } from "./mirror";

/**
 * Leaves word for the next visit's first paint: which feed's schedule it will find at the site's address.
 * `isPlain`: as it was built in, with nothing of the attendee's in it and nothing said above it.
 */
export function useLeaveWord(saved: Freshness | undefined, isPlain: boolean): void {
  const { language, hour12 } = currentSpeech();
  const isAsBuilt = isPlain && language === ENGLISH.language && hour12 === ENGLISH.hour12;
  const digest = (isAsBuilt && saved?.copy?.digest?.slice(0, DIGITS)) || "";
  const savedAt = saved?.savedAt ?? null;
  useEffect(() => {
    if (savedAt !== null) writeMirror({ digest, savedAt });
  }, [digest, savedAt]);
}
