import { MEASURED } from "../src/reminders/measured";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { lifetimeRow, rangInTime, report } from "./lifetime-row";
import type { RawChromium } from "./raw-chromium";
import { clockJumps, killOver, type Place, sleepOver } from "./reminder-faults";
import { before, deviceShows, type Rung, rehearseRaw, wellPast } from "./reminder-steps";
import { starAll, TRIGGER_DAY, triggerFeed, triggersApart, triggersAt } from "./trigger-feed";

// Not a test of `npm test`: `npm run test:lifetimes` measures by it what reminders do in a Chromium that
// nothing is attached to, with the server stopped.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const browser = "Chromium";
const promised = MEASURED.chromium;

/** Opens the app with a programme of triggers, stars them all, and stops the server for good. */
async function openTriggers(
  raw: RawChromium,
  server: FeedServer,
  triggers: readonly Rung[],
): Promise<string> {
  server.feed = { mode: "bytes", body: triggerFeed(triggers) };
  const tab = await raw.openTab(server.url + TRIGGER_DAY);
  await raw.waitFor(tab, () => navigator.serviceWorker.controller !== null, 30_000);
  await raw.evaluate(tab, `(${starAll})(${triggers.length})`);
  await raw.recordNotifications();
  await server.stop();
  return tab;
}

const isHidden = (raw: RawChromium, tab: string) =>
  raw.evaluate(tab, () => document.visibilityState === "hidden");

/** The last instant of the device's clock at which a card of these triggers may come in time. */
const over = (triggers: readonly Rung[], offset: number) => wellPast(triggers.at(-1)?.fireAt ?? 0, offset);

test("the app closed, another tab open", async ({ startRaw, server }) => {
  test.setTimeout(450_000);
  const within = [5, 30, 60, 90, 120, 150, 180, 210, 240, 284];
  const LATER = 320;
  const triggers = triggersAt([...within, LATER]);
  const raw = await startRaw();
  const tab = await openTriggers(raw, server, triggers);
  const closeAt = (triggers[0]?.fireAt ?? 0) - (within[0] ?? 0) * SECOND;
  const offset = await rehearseRaw(raw, tab, server.url, before(closeAt, 4));
  await deviceShows(closeAt - offset);
  await raw.closeTab(tab);
  const pages = (await raw.targets()).filter(({ type }) => type === "page");
  expect(pages.map(({ url }) => url)).toEqual(["about:blank"]);
  await deviceShows(over(triggers, offset));
  const cards = await raw.shownNotifications();
  const due = ({ fireAt }: Pick<Rung, "fireAt">) => fireAt - offset;
  const late = triggers.at(-1)?.tag;
  const rangLater = cards.some(({ tag }) => tag === late);
  const row = lifetimeRow(
    {
      browser,
      state: "closed",
      note: `up to 284 s after closing; at ${LATER} s ${rangLater ? "it rang too" : "none"}`,
    },
    cards.filter(({ tag }) => tag !== late),
    triggers.slice(0, -1),
    due,
  );
  report(row);
  rangInTime(row);
  expect(within.at(-1), "measured up to what is promised").toBeGreaterThanOrEqual(
    (promised?.afterClosing ?? 0) - 1,
  );
});

for (const { state, hide } of [
  { state: "visible", hide: async () => {} },
  { state: "hidden tab", hide: (raw: RawChromium) => raw.openTab("about:blank") },
  { state: "minimised", hide: (raw: RawChromium, tab: string) => raw.minimise(tab) },
]) {
  test(state, async ({ startRaw, server }) => {
    test.setTimeout(200_000);
    const triggers = triggersApart(50, 2);
    const raw = await startRaw();
    const tab = await openTriggers(raw, server, triggers);
    const offset = await rehearseRaw(raw, tab, server.url, before(triggers[0]?.fireAt ?? 0, 8));
    await hide(raw, tab);
    await expect.poll(() => isHidden(raw, tab)).toBe(state !== "visible");
    expect(Date.now(), "in time for the first").toBeLessThan((triggers[0]?.fireAt ?? 0) - offset);
    await deviceShows(over(triggers, offset));
    expect(await isHidden(raw, tab)).toBe(state !== "visible");
    const cards = await raw.shownNotifications();
    const row = lifetimeRow({ browser, state }, cards, triggers, ({ fireAt }) => fireAt - offset);
    report(row);
    if (state === "visible" || promised?.inBackground) rangInTime(row);
  });
}

const FAULTS = [
  {
    state: "asleep for 45 s",
    note: "late from waking on",
    befall: sleepOver,
  },
  {
    state: "killed, reopened in time",
    note: "late from reopening on",
    befall: (place: Place) => killOver(place, 6 * MINUTE, ["started 1 min ago · Audi 1 · 16:15"], []),
  },
  {
    state: "killed, reopened too late",
    note: "listed as missed, no card",
    befall: (place: Place) => killOver(place, 8 * MINUTE, [], ["began at 16:15"]),
  },
  {
    state: "clock back 1 h, forward 2 h",
    note: "late from the jump on",
    befall: clockJumps,
  },
];

for (const { state, note, befall } of FAULTS) {
  test(state, async ({ startRaw, server }) => {
    test.skip(process.platform !== "linux" && befall === sleepOver, "Processes are stopped by way of /proc.");
    test.setTimeout(150_000);
    const { cards, wanted, backAt } = await befall({ startRaw, server });
    const row = lifetimeRow({ browser, state, note }, cards, wanted, () => backAt);
    report(row);
    expect.soft(row).toMatchObject({ missed: 0, doubled: 0 });
  });
}
