import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { describe, expect, test, vi } from "vitest";
import { seedFeeds } from "./fuzz";
import { fuzzFeeds } from "./fuzz-feeds";
import { drawFrom, mutate } from "./mutate";
import { openReader } from "./open-reader";

vi.setConfig({ testTimeout: 300_000 });

const PLAN = { seed: 5, from: 0, threads: availableParallelism(), deadline: 5_000 };

const SILENT = { progress: () => {}, failure: () => {} };

test("20,000 mutated feeds: none ends the reader, holds it up or fills the memory", async () => {
  const tally = await fuzzFeeds({ ...PLAN, feeds: seedFeeds(true), count: 20_000 }, SILENT);
  expect(tally.failed).toEqual([]);
  // Mutations that spoil every feed would prove nothing.
  expect(tally.usable).toBeGreaterThan(4_000);
});

describe("a mutated feed", () => {
  const feeds = seedFeeds(true);

  test("is the same for the same number, and another one else", () => {
    const drawn = [7, 7, 8].map((number) => Buffer.from(mutate(feeds, drawFrom(number))).toString("latin1"));
    expect(drawn[0]).toBe(drawn[1]);
    expect(drawn[0]).not.toBe(drawn[2]);
  });

  test("is made from every fixture and the embedded feed", () => {
    const fixtures = readdirSync(new URL("../feed/fixtures/", import.meta.url)).filter((name) =>
      name.endsWith(".ics"),
    );
    expect(feeds).toHaveLength(fixtures.length + 1);
  });
});

describe("a reader in a thread of its own", () => {
  const bytes = readFileSync(new URL("../../public/schedule.ics", import.meta.url));
  const SAYS =
    "const { parentPort } = require('node:worker_threads'); parentPort.on('message', ({ bytes }) => {";

  test("reads one feed after another", async () => {
    const reader = await openReader();
    const results = [
      await reader.read(bytes, {}),
      await reader.read(new Uint8Array(), {}),
      await reader.read(bytes, {}),
    ];
    await reader.close();
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  test.each([
    ["hangs", "if (bytes[0] === 1) for (;;);", /longer than 1 seconds/],
    ["fails", "if (bytes[0] === 1) throw new Error('Oh');", /its reader failed/],
    ["ends", "if (bytes[0] === 1) process.exit(1);", /its reader ended/],
    [
      "takes all memory",
      "if (bytes[0] === 1) { const all = []; for (;;) all.push(new Array(1e5).fill({})); }",
      /failed|ended|longer/,
    ],
  ])("that %s is a refusal, and the next feed is read again", async (_, trouble, reason) => {
    const reader = await openReader(1_000, `${SAYS} ${trouble} parentPort.postMessage({ ok: true }); });`);
    expect(await reader.read(Uint8Array.of(1), {})).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason),
    });
    expect(await reader.read(Uint8Array.of(2), {})).toMatchObject({ ok: true });
    await reader.close();
  });
});
