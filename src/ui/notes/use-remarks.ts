import { useMemo } from "react";
import type { Remarks } from "../../domain/remarks";
import type { Db } from "../../store/db";
import { readVisits } from "../../store/visits";
import { shown } from "../shown";
import { useLive } from "../use-live";
import { useNotes } from "./use-notes";

/** All that the attendee has said of the sessions of the conference that is shown, beside the stars. */
export function useRemarks(db: Db): Remarks {
  const notes = useNotes(db);
  const read = useLive(() => readVisits(db, shown.get()), [db], []);
  const visits = useMemo(() => new Map(read.map((visit) => [visit.sessionId, visit])), [read]);
  return useMemo(() => ({ notes, visits }), [notes, visits]);
}
