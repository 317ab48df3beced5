import { dayOf, instantOf, utcWallClock } from "../domain/time";
import type { FeedReport } from "./feed-report";
import type { Block } from "./read-blocks";
import type { FeedTime } from "./read-date-time";
import { type LocalToInstant, readVtimezone } from "./read-vtimezone";
import { openStepBudget, type StepBudget } from "./repeat-by-rule";
import { zoneNameOf } from "./zone-name";

/** Turns the feed's times into instants. */
export interface FeedZones {
  /** Epoch milliseconds, always: what the feed leaves open is read in the conference's zone and told once. */
  readonly instantOf: (time: FeedTime) => number;
  /** The conference day of an instant, `YYYY-MM-DD`. */
  readonly dayOf: (instant: number) => string;
}

interface ZoneSource {
  /** IANA name. */
  readonly timeZone: string;
  /** The hour of the wall clock at which a conference day begins. */
  readonly dayStartHour: number;
  /** True where the feed itself names its zone, so that floating times are no guess. */
  readonly declared: boolean;
  /** The file's VTIMEZONE blocks by their TZID. */
  readonly vtimezones: ReadonlyMap<string, Block>;
  readonly report: FeedReport;
}

/** RFC 5545, 3.3.5: UTC as it is; a TZID by Intl, by the file's VTIMEZONE, or by what it stands for; floating in the conference's zone. */
export function openZones(source: ZoneSource): FeedZones {
  const { timeZone, dayStartHour, declared, vtimezones, report } = source;
  const known = new Map<string, LocalToInstant>();
  const budget = openStepBudget();
  const home = inZone(timeZone);

  const zoneFor = (tzid: string): LocalToInstant => {
    let zone = known.get(tzid);
    if (!zone) {
      zone = findZone(tzid, { report, budget, block: vtimezones.get(tzid) }) ?? (() => null);
      known.set(tzid, zone);
    }
    return zone;
  };
  return {
    dayOf: remembered((instant) => dayOf(instant, timeZone, dayStartHour)),
    instantOf({ local, isDate, tzid }) {
      if (tzid === "UTC") return local;
      if (tzid === null) {
        if (!isDate && !declared) {
          report.add("guessed", "times without a zone", `They are read as times in ${timeZone}.`);
        }
        return home(local);
      }
      const instant = zoneFor(tzid)(local);
      if (instant !== null) return instant;
      report.add(
        "guessed",
        `zone "${tzid}"`,
        `Its offset is not known here; its times are read as times in ${timeZone}.`,
      );
      return home(local);
    },
  };
}

interface ZoneSearch {
  readonly block: Block | undefined;
  readonly report: FeedReport;
  /** For the rules of all the file's zones together. */
  readonly budget: StepBudget;
}

/** A zone's own name outdoes the file's VTIMEZONE, which is often an old one; what stands for a name does not. */
function findZone(tzid: string, { block, report, budget }: ZoneSearch): LocalToInstant | null {
  const name = zoneNameOf(tzid);
  if (name?.by === "itself") return inZone(name.iana);
  const own = name?.by !== "prefix" && block ? readVtimezone(block, budget) : null;
  if (own || !name) return own;
  report.add("guessed", `zone "${tzid}"`, `It is taken for ${name.iana}.`);
  return inZone(name.iana);
}

function inZone(timeZone: string): (local: number) => number {
  return remembered((local) => instantOf(utcWallClock(local), timeZone));
}

/** Asking Intl is dear, and a conference has few distinct times: each is asked once. */
function remembered<T>(ask: (time: number) => T): (time: number) => T {
  const known = new Map<number, T>();
  return (time) => {
    const old = known.get(time);
    if (old !== undefined) return old;
    const answer = ask(time);
    known.set(time, answer);
    return answer;
  };
}
