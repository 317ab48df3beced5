import { existsSync } from "node:fs";
import { cameOf, dueBy, FIREFOX, hideBehind, isHidden, openTriggers, takeCards } from "./firefox-steps";
import { expect, test as plain } from "./fixtures";
import { lifetimeRow, rangInTime, report } from "./lifetime-row";
import { canPretendSound, pretendSound } from "./null-sound";
import { hearChimes, isPlaying, lockScreen, unfoldPocket } from "./pocket-steps";
import { rehearse } from "./rehearse";
import { before, clockOffset, deviceShows, type Rung, wellPast } from "./reminder-steps";
import { triggersAt } from "./trigger-feed";

// What pocket mode does in a Firefox ESR on a computer, where it is installed: hidden over three changes of the
// pieces of sound, then paused from outside. Of phones it says nothing.

const browser = "Firefox";

declare global {
  interface Window {
    /** What came of the track: see `watchTrack`. Milliseconds. */
    trackWatched?: { played: number[]; gaps: number[]; longestWait: number };
    /** The tags of the cards that this page has asked the browser to show, oldest first. */
    cardsAsked?: string[];
  }
}

/**
 * From now on notes how far each piece was played, how long nothing sounded between it and the next, and how long the
 * page waited at most to be told that the sound goes on; and each card that it asks for. Runs in a page.
 */
function watchTrack(): void {
  const watched = { played: [] as number[], gaps: [] as number[], longestWait: 0 };
  let emptiedAt: number | null = null;
  let toldAt: number | null = null;
  let at = 0;
  const note = ({ type, target }: Event) => {
    const now = Date.now();
    const { currentTime } = target as HTMLMediaElement;
    if (type === "emptied") {
      emptiedAt = now;
      watched.played.push(at);
    }
    if (type === "playing" && emptiedAt !== null) {
      watched.gaps.push(Math.round(now - currentTime * 1000 - emptiedAt));
      emptiedAt = null;
    }
    if (type === "timeupdate") {
      if (toldAt !== null) watched.longestWait = Math.max(watched.longestWait, now - toldAt);
      toldAt = now;
      at = Math.round(currentTime * 1000);
    }
  };
  for (const type of ["emptied", "playing", "timeupdate"]) document.addEventListener(type, note, true);
  window.trackWatched = watched;
  const asked: string[] = [];
  const show = ServiceWorkerRegistration.prototype.showNotification;
  ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
    asked.push(options?.tag ?? "");
    return show.call(this, title, options);
  };
  window.cardsAsked = asked;
}

type Cards = Awaited<ReturnType<typeof cameOf>>;

const test = plain.extend<{ sound: Awaited<ReturnType<typeof pretendSound>> }>({
  sound: async ({ browserName: _ }, use) => {
    test.skip(!existsSync(FIREFOX), "Firefox ESR is not installed.");
    test.skip(!canPretendSound(), "PulseAudio is not installed: without a sound card Firefox plays nothing.");
    const sound = await pretendSound();
    await use(sound);
    await sound.end();
  },
});

test("Firefox, pocket mode", async ({ server, sound }) => {
  test.setTimeout(400_000);
  // The second falls into the time in which one piece of sound gives way to the next.
  const triggers = triggersAt([0, 83, 190, 215]);
  const chiming = triggers.slice(0, 3);
  const [first, , third, last] = triggers;
  if (!first || !third || !last) throw new Error("no triggers");
  const { context, page, end } = await openTriggers(server, triggers, sound.env);
  await rehearse(page, before(first.fireAt, 40), "#/reminders");
  const offset = await page.evaluate(clockOffset);
  await page.evaluate(hearChimes);
  await page.evaluate(watchTrack);
  await unfoldPocket(page);
  await page.getByRole("button", { name: "Start pocket mode" }).click();
  await expect.poll(() => isPlaying(page)).toBe(true);
  await hideBehind(context, page);
  expect(await isHidden(page)).toBe(true);
  expect(Date.now(), "in time for the first").toBeLessThan(first.fireAt - offset);

  const cards = await cameOf(page, chiming, offset);
  await deviceShows(wellPast(third.fireAt, offset));
  expect(await isHidden(page)).toBe(true);
  expect(await isPlaying(page)).toBe(true);
  const heard = await page.evaluate(() => window.heardChimes ?? []);
  const watched = await page.evaluate(() => window.trackWatched);
  if (!watched) throw new Error("nothing was watched");
  const due = dueBy(offset);
  const late = heard.map((at, index) => Math.round(at - due(chiming[index] ?? third)));
  const note = [
    `late ${late.join(", ")} ms`,
    `pieces of ${watched.played.map((ms) => (ms / 1000).toFixed(1)).join(", ")} s`,
    `silent between them ${watched.gaps.join(", ")} ms`,
    `timeupdate after ${watched.longestWait} ms at most`,
  ].join("; ");
  // The sound may be a moment early: it is set by how late the piece before it began.
  const beside = late.map((ms, index) => {
    const { tag, fireAt } = chiming[index] ?? third;
    return { tag, at: due({ fireAt }) + Math.abs(ms) };
  });
  const chimes = lifetimeRow({ browser, state: "pocket mode: chimes", note }, beside, chiming, due);
  report(chimes);
  rangInTime(chimes);
  expect(heard).toHaveLength(chiming.length);
  rangByLog("pocket mode: cards", cards, chiming, offset);
  expect.soft(watched.gaps.length, "pieces were changed").toBeGreaterThanOrEqual(3);
  expect(await page.evaluate(lockScreen)).toEqual({
    title: "Next: Trigger 001",
    artist: expect.stringMatching(/^in 4 h 5\d min$/),
    playbackState: "playing",
  });

  // Firefox's own alerts have room for three: a fourth is not up before one of them is gone.
  await page.evaluate(takeCards, true);
  // As another app does that takes the sound.
  await page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.pause());
  await expect(page.locator("audio")).toHaveCount(0);
  await expect.poll(() => page.evaluate(takeCards, false)).toEqual(["pocket"]);
  const after = await cameOf(page, [last], offset);
  expect(await isHidden(page)).toBe(true);
  rangByLog("pocket mode, once paused: cards", after, [last], offset);
  expect(await page.evaluate(() => window.heardChimes?.length)).toBe(chiming.length);
  expect(await page.evaluate(lockScreen)).toEqual({ title: null, artist: null, playbackState: "none" });
  // What the service worker has shown no page has asked for, and the page has asked for nothing twice.
  const byPage = [...cards, ...after].filter(({ by }) => by !== "service worker").map(({ tag }) => tag);
  expect((await page.evaluate(() => window.cardsAsked ?? [])).sort()).toEqual([...byPage, "pocket"].sort());
  await end();
});

/** Reports what came of the cards, and checks it. Firefox keeps no record of doubles. */
function rangByLog(state: string, cards: Cards, wanted: readonly Rung[], offset: number): void {
  const came = cards.filter(({ tag }) => wanted.some((one) => one.tag === tag));
  const row = lifetimeRow({ browser, state, note: "times of the app's log" }, came, wanted, dueBy(offset));
  report({ ...row, doubled: null });
  rangInTime(row);
}
