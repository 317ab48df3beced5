import { useEffect } from "react";
import type { Db } from "../../store/db";
import { isEarly } from "../../store/early-store";
import { readNotes } from "../../store/notes";
import { storeUnkept } from "../parts/unkept-notes";
import { shown } from "../shown";
import { useLive } from "../use-live";

const NONE: ReadonlyMap<string, string> = new Map();

/** The attendee's notes of the conference that is shown, by session; with what an earlier visit could not store. */
export function useNotes(db: Db): ReadonlyMap<string, string> {
  useEffect(() => {
    if (!isEarly(db)) void storeUnkept(db);
  }, [db]);
  return useLive(
    async () => new Map((await readNotes(db, shown.get())).map(({ sessionId, text }) => [sessionId, text])),
    [db],
    NONE,
  );
}
