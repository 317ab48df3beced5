import { expect, test } from "./fixtures";
import { lockScreen, startPocketRaw } from "./pocket-steps";
import { before, deviceShows, rehearseRaw, wellPast } from "./reminder-steps";
import { starAll, TRIGGER_DAY, triggerFeed, triggersAt } from "./trigger-feed";

const SECOND = 1000;
/** At the media element a chime begins this near to its trigger. */
const IN_TIME = SECOND;

test("in a hidden page that plays each trigger chimes and shows one card; once paused, the cards alone go on", async ({
  startRaw,
  server,
}) => {
  // Between the second and the third one piece of sound gives way to the next.
  const triggers = triggersAt([0, 32, 45, 68]);
  const [first, , third, last] = triggers;
  if (!first || !third || !last) throw new Error("no triggers");
  server.feed = { mode: "bytes", body: triggerFeed(triggers) };
  const raw = await startRaw();
  const tab = await raw.openTab(server.url + TRIGGER_DAY);
  await raw.waitFor(tab, () => navigator.serviceWorker.controller !== null, 60_000);
  await raw.evaluate(tab, `(${starAll})(${triggers.length})`);
  await raw.recordNotifications();
  const offset = await rehearseRaw(raw, tab, server.url, before(first.fireAt, 25));
  await startPocketRaw(raw, tab, "Start pocket mode");
  await server.stop();
  await raw.openTab("about:blank");
  const visibility = () => raw.evaluate(tab, () => document.visibilityState);
  expect(await visibility()).toBe("hidden");
  expect(Date.now(), "in time for the first").toBeLessThan(first.fireAt - offset);

  await deviceShows(wellPast(third.fireAt, offset));
  const heard = await raw.evaluate(tab, () => window.heardChimes ?? []);
  const chimed = triggers.slice(0, 3);
  expect(heard).toHaveLength(chimed.length);
  for (const [index, { fireAt }] of chimed.entries()) {
    const late = (heard[index] ?? 0) - (fireAt - offset);
    test.info().annotations.push({ type: "chime", description: `${late.toFixed(0)} ms` });
    expect(Math.abs(late)).toBeLessThan(IN_TIME);
  }
  expect(await raw.evaluate(tab, lockScreen)).toEqual({
    title: "Next: Trigger 001",
    artist: "in 5 h",
    playbackState: "playing",
  });
  const tagsOf = async () => (await raw.shownNotifications()).map(({ tag }) => tag);
  expect(await tagsOf()).toEqual(chimed.map(({ tag }) => tag));
  expect(await visibility()).toBe("hidden");

  // As another app does that takes the sound.
  await raw.evaluate(tab, () => document.querySelector("audio")?.pause());
  await raw.waitFor(tab, () => document.querySelector("audio") === null);
  await expect.poll(tagsOf).toEqual([...chimed.map(({ tag }) => tag), "pocket"]);
  await deviceShows(wellPast(last.fireAt, offset));
  expect(await tagsOf()).toEqual([...chimed.map(({ tag }) => tag), "pocket", last.tag]);
  expect(await raw.evaluate(tab, () => window.heardChimes?.length)).toBe(chimed.length);
  expect(await raw.evaluate(tab, lockScreen)).toEqual({ title: null, artist: null, playbackState: "none" });
  // Said in the page as well, and gone from the screen once that is seen.
  await raw.showTab(tab);
  await raw.waitFor(tab, () =>
    document.querySelector("[role=alert]")?.textContent?.startsWith("Pocket mode has stopped"),
  );
  await raw.waitFor(
    tab,
    async () =>
      (await (await navigator.serviceWorker.ready).getNotifications({ tag: "pocket" })).length === 0,
  );
});
