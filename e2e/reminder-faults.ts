import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveSession } from "./edit-feed";
import type { FeedServer } from "./feed-server";
import { expect } from "./fixtures";
import type { NotificationEvent } from "./observe-notifications";
import type { RawChromium, RawOptions } from "./raw-chromium";
import {
  before,
  deviceShows,
  EMBEDDED,
  FEED,
  letTimePass,
  missedRows,
  moveClock,
  openRaw,
  openReminders,
  PORTABLE,
  type Rung,
  rehearseRaw,
  reloadReminders,
  TYPES,
  wellPast,
} from "./reminder-steps";
import { putToSleep } from "./sleep";

// What befalls a device, in a browser that nothing is attached to and with the server stopped. Each
// checks what came of it and tells it, so that it can be measured as well.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Where a fault befalls. */
export interface Place {
  readonly server: FeedServer;
  readonly startRaw: (options?: Partial<RawOptions>) => Promise<RawChromium>;
}

/** What came of a fault. */
interface Aftermath {
  readonly cards: readonly NotificationEvent[];
  readonly wanted: readonly Rung[];
  /** The device instant from which on the app could ring again. */
  readonly backAt: number;
}

const bodies = (cards: readonly NotificationEvent[]) => cards.map(({ body }) => body);

/** The device sleeps over a trigger, 45 s, with the app in a hidden tab: one late card as it wakes. */
export async function sleepOver({ startRaw, server }: Place): Promise<Aftermath> {
  const raw = await startRaw();
  const tab = await openRaw(raw, server.url, [EMBEDDED]);
  await raw.recordNotifications();
  await server.stop();
  const offset = await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 6));
  await raw.openTab("about:blank");
  await raw.waitFor(tab, () => document.visibilityState === "hidden");
  const sleeper = await putToSleep(raw.pid);
  const asleepAt = Date.now();
  let backAt: number;
  try {
    expect(sleeper.count, "browser, renderers and their like").toBeGreaterThan(2);
    expect(asleepAt, "asleep in time").toBeLessThan(EMBEDDED.fireAt - offset);
    await deviceShows(asleepAt + 45 * SECOND);
  } finally {
    backAt = Date.now();
    await sleeper.wake();
  }
  await expect.poll(async () => (await raw.shownNotifications()).length).toBeGreaterThan(0);
  await raw.showTab(tab);
  await deviceShows(Date.now() + 2 * SECOND);
  const cards = await raw.shownNotifications();
  expect(bodies(cards)).toEqual(["starts in 4 min · Audi 1 · 14:15"]);
  return { cards, wanted: [EMBEDDED], backAt };
}

/**
 * The browser is killed before a trigger and started again when `passes` milliseconds have passed: one
 * late card, or, past the late rule, a row under Missed.
 */
export async function killOver(
  { startRaw, server }: Place,
  passes: number,
  words: readonly string[],
  missed: readonly string[],
): Promise<Aftermath> {
  const profile = await mkdtemp(join(tmpdir(), "trackside-killed-"));
  try {
    const first = await startRaw({ profile });
    const tab = await openRaw(first, server.url, [TYPES]);
    await server.stop();
    const offset = await rehearseRaw(first, tab, server.url, before(TYPES.fireAt, 8));
    await first.kill();
    expect(Date.now(), "killed in time").toBeLessThan(TYPES.fireAt - offset);
    await deviceShows(wellPast(TYPES.fireAt, offset));
    const second = await startRaw({ profile });
    await second.recordNotifications();
    await letTimePass(second, server.url, passes);
    const backAt = Date.now();
    const again = await openReminders(second, server.url);
    const told = async () =>
      (await second.shownNotifications()).length + (await missedRows(second, again)).length;
    await expect.poll(told).toBe(1);
    await reloadReminders(second, again);
    await deviceShows(Date.now() + SECOND);
    const cards = await second.shownNotifications();
    expect(bodies(cards)).toEqual(words);
    const rows = await missedRows(second, again);
    expect(rows).toHaveLength(missed.length);
    for (const [index, text] of missed.entries()) expect(rows[index]).toContain(text);
    await second.kill();
    return { cards, wanted: words.length > 0 ? [TYPES] : [], backAt };
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The clock jumps back an hour just after a trigger, and then forward two hours while the app is open:
 * what rang rings no more, what fell into the jump comes late, or is listed as missed.
 */
export async function clockJumps({ startRaw, server }: Place): Promise<Aftermath> {
  // After `EMBEDDED`, which rings on time: one that is four minutes off after the jumps, and one too late.
  const due = { [TYPES.uid]: 59 * MINUTE, [PORTABLE.uid]: 30 * MINUTE };
  const moved = (ics: string, { uid, fireAt }: Rung) =>
    moveSession(ics, uid, (EMBEDDED.fireAt + (due[uid] ?? 0) - fireAt) / MINUTE);
  server.feed = { mode: "bytes", body: [TYPES, PORTABLE].reduce(moved, FEED) };
  const late = { ...TYPES, fireAt: EMBEDDED.fireAt + 59 * MINUTE };
  const raw = await startRaw();
  const opened = await openRaw(raw, server.url, [EMBEDDED, TYPES, PORTABLE]);
  await raw.waitFor(opened, `document.body.textContent.includes("15:14")`);
  await raw.recordNotifications();
  await server.stop();
  const offset = await rehearseRaw(raw, opened, server.url, before(EMBEDDED.fireAt, 2));
  await raw.evaluate(opened, () => void location.assign("#/reminders"));
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  const onTime = ["starts in 5 min · Audi 1 · 14:15"];
  expect(bodies(await raw.shownNotifications())).toEqual(onTime);

  await moveClock(raw, opened, -HOUR);
  await raw.evaluate(opened, () => dispatchEvent(new Event("focus")));
  await deviceShows(Date.now() + SECOND);
  expect(bodies(await raw.shownNotifications())).toEqual(onTime);

  await moveClock(raw, opened, 2 * HOUR);
  const backAt = Date.now();
  // Nothing tells the app: its clock worker looks by itself every quarter of a minute.
  await expect.poll(async () => (await raw.shownNotifications()).length, { timeout: 20_000 }).toBe(2);
  await reloadReminders(raw, opened);
  await deviceShows(Date.now() + SECOND);
  const cards = await raw.shownNotifications();
  expect(bodies(cards)).toEqual([...onTime, "starts in 4 min · Audi 1 · 15:14"]);
  const rows = await missedRows(raw, opened);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain(PORTABLE.title);

  // Back at the first trigger, there is nothing left to ring.
  await moveClock(raw, opened, -HOUR - 5 * SECOND);
  await reloadReminders(raw, opened);
  await deviceShows(Date.now() + SECOND);
  expect(await raw.shownNotifications()).toHaveLength(2);
  const tag = `${TYPES.uid}@${late.fireAt}`;
  return { cards: cards.slice(1), wanted: [{ ...late, tag }], backAt };
}
