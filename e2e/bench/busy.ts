import { longTasks, quiet } from "./bench-browser";
import type { Tab } from "./tab";

const PAUSE = 1_000;

interface Busy<Value> {
  readonly value: Value;
  /** When it began, by the page's clock. */
  readonly from: number;
  /** Milliseconds of all tasks of the main thread, throttled as they are, less those of an idle page. */
  readonly busy: number;
  readonly longest: number;
}

/** Does some work and tells what the page's main thread had of it, up to when it is at rest again. */
export async function mainThreadBusy<Value>(tab: Tab, work: () => Promise<Value>): Promise<Busy<Value>> {
  await tab.send("Performance.enable");
  const idleFrom = await taskTime(tab);
  await quiet(tab, PAUSE);
  const idle = (await taskTime(tab)) - idleFrom;
  const from = await tab.ask(() => performance.now());
  const before = await taskTime(tab);
  const value = await work();
  await quiet(tab, PAUSE);
  const busy = (await taskTime(tab)) - before - idle;
  const { longest } = await longTasks(tab, from);
  return { value, from, busy: Math.max(0, busy), longest };
}

/** Milliseconds of all tasks so far. */
async function taskTime(tab: Tab): Promise<number> {
  const { metrics } = await tab.send<{ metrics: { name: string; value: number }[] }>(
    "Performance.getMetrics",
  );
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}
