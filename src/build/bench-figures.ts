import { METRICS, type Metric, type MetricName, type Sample } from "./bench-metrics";

/** What several runs made of one metric at one size. */
export interface Figure {
  readonly metric: MetricName;
  readonly size: number | null;
  /** Null where it could not be had in every run. */
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly samples: readonly (number | null)[];
  /** How many times its yardstick's median; null without one. */
  readonly ratio: number | null;
  /** Whether its target is met; null without one. What could not be had has missed it. */
  readonly met: boolean | null;
}

/** Sizes whose first rows are set against each other. */
const [SMALL, LARGE] = [27, 5_000];

/** The middle value; of an even number of them the mean of the two. Null where there is none, or one is null. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0 || known.length < values.length) return null;
  const middle = Math.floor(known.length / 2);
  const upper = known[middle] ?? 0;
  return known.length % 2 === 1 ? upper : ((known[middle - 1] ?? 0) + upper) / 2;
}

/** The figures of all runs, in the order of the metrics, the smaller size first. */
export function figuresOf(samples: readonly Sample[]): readonly Figure[] {
  const all = [...samples, ...growthOf(samples)];
  const medianAt = (metric: string, size: number | null) => {
    const at = (wanted: number | null) => all.filter((one) => one.metric === metric && one.size === wanted);
    const found = at(size);
    return medianOf((found.length > 0 ? found : at(null)).map(({ value }) => value));
  };
  return (Object.keys(METRICS) as MetricName[]).flatMap((metric) => {
    const own = all.filter((one) => one.metric === metric);
    const sizes = [...new Set(own.map(({ size }) => size))].sort((a, b) => (a ?? 0) - (b ?? 0));
    const about: Metric = METRICS[metric];
    return sizes.map((size) => {
      const values = own.filter((one) => one.size === size).map(({ value }) => value);
      const known = values.filter((value) => value !== null);
      const median = medianOf(values);
      const yardstick = about.yardstick ? medianAt(about.yardstick, size) : null;
      const ratio = median !== null && yardstick ? median / yardstick : null;
      return {
        ...{ metric, size, median, ratio, samples: values },
        min: known.length > 0 ? Math.min(...known) : null,
        max: known.length > 0 ? Math.max(...known) : null,
        met: isMet(about, size, median, ratio),
      };
    });
  });
}

function isMet(
  { target }: Metric,
  size: number | null,
  median: number | null,
  ratio: number | null,
): boolean | null {
  if (!target || (target.sizes && size !== null && !target.sizes.includes(size))) return null;
  const value = target.of === "ratio" ? ratio : median;
  return value !== null && value <= target.most;
}

/** How much longer the first row takes in the largest conference than in the smallest, run by run. */
function growthOf(samples: readonly Sample[]): readonly Sample[] {
  const rows = samples.filter(({ metric }) => metric === "offline.row");
  return rows
    .filter(({ size }) => size === LARGE)
    .flatMap(({ run, value }) => {
      const small = rows.find((one) => one.size === SMALL && one.run === run)?.value;
      if (!small || value === null) return [];
      return [{ metric: "offline.growth" as const, size: null, run, value: value / small }];
    });
}
