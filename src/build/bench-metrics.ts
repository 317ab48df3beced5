/** What must hold of a figure: at most so much of its unit, or so many times its yardstick. */
interface Target {
  readonly of: "value" | "ratio";
  readonly most: number;
  /** The sizes for which it was set; all where nothing is said. */
  readonly sizes?: readonly number[];
}

/** Something that the benchmark measures. */
export interface Metric {
  readonly says: string;
  readonly unit: "ms" | "kB" | "MB" | "count" | "times";
  /** What it is compared with: measured in the same run, at the same size or without one. */
  readonly yardstick?: string;
  readonly target?: Target;
}

const most = (value: number, sizes?: readonly number[]): Target => ({
  of: "value",
  most: value,
  ...(sizes && { sizes }),
});
const times = (ratio: number): Target => ({ of: "ratio", most: ratio });

/** Longer than this is a long task. */
const LONG = 50;

/** Everything that is measured, in the order in which it is told. */
export const METRICS = {
  throttle: { says: "the processor, slowed down", unit: "times" },
  "static.stopped": { says: "yardstick: static page, worker stopped", unit: "ms" },
  "static.running": { says: "yardstick: static page, worker running", unit: "ms" },
  "react.inlined": { says: "yardstick: React, rows in the HTML", unit: "ms" },
  "react.record": { says: "yardstick: React, one slim record", unit: "ms" },

  "cold.requests": { says: "cold: requests before the first row", unit: "count" },
  "cold.bytes": { says: "cold: bytes before it, gzip", unit: "kB" },
  "cold.scripts": { says: "cold: first load's scripts, gzip", unit: "kB", target: most(120) },
  "cold.fcp": { says: "cold: first contentful paint", unit: "ms" },
  // A frame's worth of difference lies between the browser's instrument and ours.
  "cold.row": { says: "cold: first row painted", unit: "ms", yardstick: "cold.fcp", target: times(1.1) },
  "cold.app": { says: "cold: the app's own row", unit: "ms", yardstick: "static.stopped" },
  "cold.longest": { says: "cold: longest task", unit: "ms" },
  "cold.long": { says: "cold: long tasks in all", unit: "ms" },

  "online.row": { says: "repeat, online: first row", unit: "ms", yardstick: "static.stopped" },
  "online.app": { says: "repeat, online: the app's own row", unit: "ms", yardstick: "static.stopped" },

  "offline.fcp": { says: "repeat, offline: first contentful paint", unit: "ms", yardstick: "static.stopped" },
  "offline.row": {
    says: "repeat, offline: first row",
    unit: "ms",
    yardstick: "static.stopped",
    target: times(1.3),
  },
  "offline.app": { says: "repeat, offline: the app's own row", unit: "ms", yardstick: "static.stopped" },
  "offline.growth": { says: "repeat, offline: 5,000 ÷ 27 sessions", unit: "times", target: most(1.2) },
  "offline.longest": { says: "repeat, offline: longest task", unit: "ms" },
  "offline.long": { says: "repeat, offline: long tasks in all", unit: "ms" },
  "running.row": {
    says: "repeat, offline, worker running: first row",
    unit: "ms",
    yardstick: "static.running",
    target: times(1.3),
  },
  "running.app": { says: "the same: the app's own row", unit: "ms", yardstick: "static.running" },
  "changed.row": {
    says: "repeat, offline, feed has changed: first row",
    unit: "ms",
    yardstick: "static.stopped",
  },
  "changed.app": { says: "the same: the app's own row", unit: "ms", yardstick: "static.stopped" },

  heap: { says: "heap, nothing opened", unit: "MB", target: most(8, [5_000]) },
  elements: { says: "DOM elements", unit: "count" },
  "key.first": { says: "first key ever → list settled", unit: "ms" },
  "key.settled": { says: "key → list settled", unit: "ms", target: most(100, [5_000]) },
  star: { says: "star → paint", unit: "ms", target: most(32) },
  day: { says: "day switch → its row painted", unit: "ms" },
  "open.title": { says: "opening a session → title painted", unit: "ms" },
  "open.settled": { says: "opening a session → settled", unit: "ms" },
  "scroll.longest": { says: "scroll through a day: longest task", unit: "ms" },
  "scroll.long": { says: "scroll through a day: long tasks in all", unit: "ms", target: most(0) },

  ical: { says: "yardstick: ical.js, parse + properties", unit: "ms" },
  reader: { says: "the feed reader, in a worker", unit: "ms", yardstick: "ical", target: times(1.3) },
  "import.kept": { says: "first arrival → kept", unit: "ms" },
  "import.longest": { says: "first arrival: longest task", unit: "ms", target: most(LONG, [5_000]) },
  "import.long": { says: "first arrival: long tasks in all", unit: "ms" },
  "same.done": { says: "refresh, unchanged → done", unit: "ms" },
  "same.longest": { says: "refresh, unchanged: longest task", unit: "ms", target: most(LONG, [5_000]) },
  "same.busy": { says: "refresh, unchanged: main thread busy", unit: "ms" },
  "one.shown": { says: "refresh, one changed → shown", unit: "ms" },
  "one.longest": { says: "refresh, one changed: longest task", unit: "ms", target: most(LONG, [5_000]) },
  "one.busy": { says: "refresh, one changed: main thread busy", unit: "ms" },
  "one.rows": { says: "refresh, one changed: rows touched", unit: "count", target: most(1) },
  "ring.done": { says: "ring, everything starred → done", unit: "ms" },
  "ring.longest": { says: "ring, everything starred: longest task", unit: "ms" },
  "ring.busy": { says: "ring, everything starred: main thread busy", unit: "ms" },

  precache: { says: "kept offline, as sent", unit: "kB", target: most(600, [27]) },
  "precache.files": { says: "kept offline: files", unit: "count", target: most(40) },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;

/** What the names of metrics are in a sample: a value, or null where it could not be had. */
export type Measured = Partial<Readonly<Record<MetricName, number | null>>>;

/** One thing measured once. */
export interface Sample {
  readonly metric: MetricName;
  /** Sessions; null for what has none. */
  readonly size: number | null;
  readonly run: number;
  /** Null where it could not be had. */
  readonly value: number | null;
}
