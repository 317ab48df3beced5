import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { openTestDb } from "../store/open-test-db";
import { ring } from "./ring";
import { simulate, type Theatre } from "./simulate";
import { lives } from "./simulated-life";

/** Lives in `npm test`, always the same; `npm run test:simulate` asks for more, and for others each time. */
const RUNS = Number(process.env.SIMULATE_RUNS ?? 500);
const SEED = Number(process.env.SIMULATE_SEED ?? 20300521);

/** For a hang, not for speed: a life takes a tenth of that on a machine that has other things to do. */
const TIMEOUT = 60_000 + RUNS * 1_000;

const clock = { now: 0 };
vi.spyOn(Date, "now").mockImplementation(() => clock.now);
afterAll(() => vi.restoreAllMocks());

function theatre(): Theatre {
  const factory = new IDBFactory();
  const [hand, ...cast] = Array.from({ length: 5 }, () => openTestDb(factory));
  if (!hand) throw new Error("there are five");
  return { hand, cast, clock, ring };
}

describe("a device with several pages and a service worker", () => {
  test(
    `lives ${RUNS} lives in which nothing rings twice, early, too late or unasked, and nothing is lost`,
    async () => {
      const stage = theatre();
      await fc.assert(
        fc.asyncProperty(lives, async (life) => {
          expect(await simulate(life, stage)).toEqual([]);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT,
  );
});
