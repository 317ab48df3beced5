import type { Conference } from "../../domain/conference";
import type { Asked } from "../../domain/reminder";
import type { Db } from "../../store/db";
import { type Kept, readAllKept } from "../../store/kept";
import { shown } from "../shown";
import { useLive } from "../use-live";

/** All conferences on this device; until they have been read, the one that is shown. */
export function useKept(db: Db, conference: Conference, asked: Asked): readonly Kept[] {
  return useLive(() => readAllKept(db), [db], [{ key: shown.get(), conference, asked }]);
}
