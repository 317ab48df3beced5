import { BUILD_STEP, HOUSE_STEP, SIZE_STEP, SOURCE_STEPS } from "./check-steps";
import { runStep, type Step } from "./run-step";
import { type Tally, tallyLines } from "./tally";

/** The steps of `check`, told apart by what came of the build. */
export interface Checked {
  readonly tally: Tally;
  readonly built: boolean;
}

/**
 * Runs the sources' steps (and `more` of them), the build, and the size budgets. Every step counts as
 * one, and one fails where it cannot run.
 */
export async function check(more: readonly Step[] = []): Promise<Checked> {
  let passed = 0;
  let failed = 0;
  const run = async (step: Step): Promise<boolean> => {
    const good = (await runStep(step)) === 0;
    if (good) passed += 1;
    else failed += 1;
    return good;
  };
  for (const step of [...SOURCE_STEPS, ...more]) await run(step);
  const built = await run(BUILD_STEP);
  if (built) {
    await run(SIZE_STEP);
  } else {
    failed += 1;
    process.stdout.write(`✗ ${SIZE_STEP.name}: did not run, as there is no build\n`);
  }
  return { tally: { passed, failed, skipped: [] }, built };
}

/** `npm run check`. */
export async function main(): Promise<number> {
  const { tally } = await check([HOUSE_STEP]);
  process.stdout.write(`\n${tallyLines(tally)}`);
  return tally.failed === 0 ? 0 : 1;
}
