import { readdir, readFile } from "node:fs/promises";
import { until } from "./until";

/** One process as Linux tells of it. */
interface Process {
  readonly pid: number;
  /** One letter: T is a stopped one, Z one that has ended and waits to be counted. */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
}

/** What has been put to sleep. */
interface Sleeper {
  /** How many processes sleep. */
  readonly count: number;
  wake(): Promise<void>;
}

/**
 * Stops a process with all that it has started, as the sleep of a computer does, and checks that they are
 * stopped. Linux only.
 */
export async function putToSleep(root: number): Promise<Sleeper> {
  const wake = async (): Promise<void> => {
    for (const { pid, state } of await processTree(root)) if (state === "T") process.kill(pid, "SIGCONT");
  };
  const count = await until(5000, async () => {
    const tree = await processTree(root);
    const awake = tree.filter(({ state }) => state !== "T");
    for (const { pid } of awake) process.kill(pid, "SIGSTOP");
    // Also what was started meanwhile: asleep is only a tree of which nothing was found awake.
    return tree.length > 0 && awake.length === 0 ? tree.length : null;
  });
  if (count !== null) return { count, wake };
  await wake();
  throw new Error("Not every process stopped.");
}

/** Everything that runs below a process, itself included, and what is of its group. */
async function processTree(root: number): Promise<readonly Process[]> {
  const all = await processes();
  const found = new Set(all.filter(({ pid, group }) => pid === root || group === root));
  for (const before = { size: 0 }; before.size < found.size; ) {
    before.size = found.size;
    const pids = new Set([...found].map(({ pid }) => pid));
    for (const one of all) if (pids.has(one.parent)) found.add(one);
  }
  return [...found].filter(({ state }) => state !== "Z");
}

async function processes(): Promise<readonly Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return stats.flatMap((stat) => {
    // The second field is the program's name, in parentheses, and may hold anything.
    const [state = "", parent, group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const pid = Number.parseInt(stat, 10);
    return Number.isNaN(pid) ? [] : [{ pid, state, parent: Number(parent), group: Number(group) }];
  });
}
