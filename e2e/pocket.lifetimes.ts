import type { PocketTest } from "../src/domain/pocket-test";
import { expect, test } from "./fixtures";
import { lifetimeRow, rangInTime, report } from "./lifetime-row";
import { keptSetting, lockScreen, startPocketRaw } from "./pocket-steps";
import type { RawChromium } from "./raw-chromium";
import { before, deviceShows, rehearseRaw, talkTo, wellPast } from "./reminder-steps";
import { starAll, TRIGGER_DAY, triggerFeed, triggersAt } from "./trigger-feed";

// Not a test of `npm test`: `npm run test:lifetimes` measures by it what pocket mode does in a Chromium on a
// computer that nothing is attached to, hidden for ten minutes. Of phones it says nothing.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const browser = "Chromium";
/** What a heap may have more after ten minutes than after two, bytes. */
const GROWTH = 500_000;

/** What a page keeps once all that nobody needs is gone, in bytes: its objects, the browser's, and their buffers. */
async function heapOf(raw: RawChromium, tab: string): Promise<number> {
  const socket = await talkTo(raw, tab);
  await socket.send("HeapProfiler.enable");
  for (let round = 0; round < 2; round += 1) await socket.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } =
    await socket.send<Record<string, number>>("Runtime.getHeapUsage");
  socket.close();
  return (usedSize ?? 0) + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0);
}

const visibility = (raw: RawChromium, tab: string) => raw.evaluate(tab, () => document.visibilityState);

test("pocket mode, hidden for ten minutes", async ({ startRaw, server }) => {
  test.setTimeout(12.5 * MINUTE);
  const triggers = triggersAt([0, 230, 490]);
  const [first] = triggers;
  server.feed = { mode: "bytes", body: triggerFeed(triggers) };
  const raw = await startRaw();
  const tab = await raw.openTab(server.url + TRIGGER_DAY);
  await raw.waitFor(tab, () => navigator.serviceWorker.controller !== null, 30_000);
  await raw.evaluate(tab, `(${starAll})(${triggers.length})`);
  await raw.recordNotifications();
  const offset = await rehearseRaw(raw, tab, server.url, before(first?.fireAt ?? 0, 100));
  await startPocketRaw(raw, tab, "Start pocket mode");
  await server.stop();
  await raw.openTab("about:blank");
  const hiddenAt = Date.now();
  expect(await visibility(raw, tab)).toBe("hidden");

  await deviceShows(hiddenAt + 2 * MINUTE);
  const early = await heapOf(raw, tab);
  await deviceShows(hiddenAt + 10 * MINUTE);
  expect(await visibility(raw, tab)).toBe("hidden");
  const late = await heapOf(raw, tab);
  const heard = await raw.evaluate(tab, () => window.heardChimes ?? []);
  const cards = await raw.shownNotifications();
  const due = ({ fireAt }: { readonly fireAt: number }) => fireAt - offset;
  expect(Date.now(), "all are over").toBeGreaterThan(wellPast(triggers.at(-1)?.fireAt ?? 0, offset));

  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  const note = `heap after 2 min ${kilobytes(early)}, after 10 min ${kilobytes(late)}`;
  const chimes = heard.map((at, index) => ({ tag: triggers[index]?.tag ?? "none", at }));
  // The sound may be a moment early: it is set by how late the piece before it began.
  const beside = chimes.map(({ tag, at }) => {
    const wanted = triggers.find((one) => one.tag === tag);
    return { tag, at: wanted ? due(wanted) + Math.abs(at - due(wanted)) : at };
  });
  const rows = [
    lifetimeRow({ browser, state: "pocket mode: chimes", note }, beside, triggers, due),
    lifetimeRow({ browser, state: "pocket mode: cards" }, cards, triggers, due),
  ];
  for (const row of rows) {
    report(row);
    rangInTime(row);
  }
  expect.soft(late - early).toBeLessThan(GROWTH);
  expect(await raw.evaluate(tab, lockScreen)).toEqual({
    title: "Next: Trigger 001",
    artist: expect.stringMatching(/^in 4 h 5\d min$/),
    playbackState: "playing",
  });
});

test("pocket mode, its own test of five minutes", async ({ startRaw, server }) => {
  test.setTimeout(8 * MINUTE);
  const raw = await startRaw();
  const tab = await raw.openTab(server.url);
  await raw.waitFor(tab, () => navigator.serviceWorker.controller !== null, 30_000);
  await startPocketRaw(raw, tab, "Test it: lock the phone for five minutes");
  await server.stop();
  await raw.openTab("about:blank");
  const begunAt = Date.now();
  expect(await visibility(raw, tab)).toBe("hidden");
  await deviceShows(begunAt + 5.4 * MINUTE);
  const kept = await raw.evaluate<PocketTest | null>(tab, `(${keptSetting})("pocketTest")`);
  if (!kept) throw new Error("no test was kept");
  expect(kept.end).toBe("done");
  const late = kept.dues.map(({ heard, shown }) => [heard, shown].map((ms) => Math.round(ms ?? Number.NaN)));
  report({
    browser,
    state: "pocket mode: its own test",
    note: `heard and shown late, ms: ${late.map((pair) => pair.join(" and ")).join("; ")}`,
    triggers: kept.dues.length,
    rang: kept.dues.filter(({ heard }) => heard !== null).length,
    missed: kept.dues.filter(({ heard }) => heard === null).length,
    doubled: 0,
    worst: Math.max(...late.flat().map(Math.abs)),
    median: null,
  });
  // It has ended by itself, and is quoted from here on.
  await raw.showTab(tab);
  await raw.waitFor(tab, () => document.querySelector("audio") === null);
  await raw.waitFor(tab, () => document.body.textContent?.includes("Passed: all came in time"));
  await raw.waitFor(tab, () =>
    document.querySelector(".promise")?.textContent?.includes("With pocket mode on, 3 of 3 came in time"),
  );
});
