import { randomInt } from "node:crypto";
import { bin, runStep } from "./run-step";

/**
 * `npm run test:simulate`: lives 10,000 lives of a simulated device, other ones each time. SIMULATE_RUNS sets
 * another number; SIMULATE_SEED, as it was printed, repeats the lives of an earlier time.
 */
export async function main(): Promise<number> {
  const { SIMULATE_RUNS = "10000", SIMULATE_SEED = String(randomInt(2 ** 31)) } = process.env;
  return runStep({
    name: `${SIMULATE_RUNS} simulated lives, SIMULATE_SEED=${SIMULATE_SEED}`,
    args: [bin("vitest", "vitest"), "run", "--configLoader", "runner", "src/reminders/simulation.test.ts"],
    env: { SIMULATE_RUNS, SIMULATE_SEED },
    streams: true,
  });
}
