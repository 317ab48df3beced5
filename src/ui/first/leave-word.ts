import { useEffect } from "react";
import type { Conference } from "../../domain/conference";
import { currentSpeech, ENGLISH } from "../../domain/speech";
import type { Freshness } from "../../store/db";
import { DIGITS } from "./facts";
import { learnZone } from "./known-zone";
import { writeMirror } from "./mirror";

/** Until the first picture has settled, ms. */
const LEISURE = 1_000;

/** Leaves word for the next visit's first rows: how the conference's zone tells the time. */
export function useLeaveZone(conference: Conference | undefined): void {
  useEffect(() => {
    if (!conference) return;
    const timer = setTimeout(() => learnZone(conference), LEISURE);
    return () => clearTimeout(timer);
  }, [conference]);
}

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
