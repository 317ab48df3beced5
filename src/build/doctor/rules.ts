import type { Examined } from "./examined";
import { findAlarms } from "./find-alarms";
import { findClashes } from "./find-clashes";
import { findDuplicates } from "./find-duplicates";
import { findCancelled, findHead } from "./find-head";
import { findLabels } from "./find-labels";
import { findLengths } from "./find-lengths";
import { findOutliers } from "./find-outliers";
import { findPartNumbers } from "./find-part-numbers";
import { findParts } from "./find-parts";
import { findNoRoom } from "./find-places";
import { findTitles } from "./find-titles";
import { findUids } from "./find-uids";
import type { Finding } from "./finding";
import { tellReport } from "./tell-report";

/** Everything that is looked at, each by its own rule; each goes over the sessions, in order, a fixed number of times. */
export const RULES: readonly ((feed: Examined) => readonly Finding[])[] = [
  tellReport,
  findHead,
  findClashes,
  findNoRoom,
  findAlarms,
  findUids,
  findDuplicates,
  findParts,
  findPartNumbers,
  findLabels,
  findTitles,
  findLengths,
  findOutliers,
  findCancelled,
];
