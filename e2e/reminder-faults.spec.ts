import { test } from "./fixtures";
import { clockJumps, killOver, sleepOver } from "./reminder-faults";

const MINUTE = 60_000;

test("asleep over a trigger: one late card as the device wakes", async ({ startRaw, server }) => {
  test.skip(process.platform !== "linux", "Processes are stopped by way of /proc.");
  test.setTimeout(120_000);
  await sleepOver({ startRaw, server });
});

test("killed before a trigger and started again within the late rule: one late card", async ({
  startRaw,
  server,
}) => {
  await killOver({ startRaw, server }, 6 * MINUTE, ["started 1 min ago · Audi 1 · 16:15"], []);
});

test("killed before a trigger and started again past the late rule: missed, and no card", async ({
  startRaw,
  server,
}) => {
  await killOver({ startRaw, server }, 8 * MINUTE, [], ["began at 16:15"]);
});

test("the clock jumps back an hour and forward two: each reminder once, late, or missed", async ({
  startRaw,
  server,
}) => {
  await clockJumps({ startRaw, server });
});
