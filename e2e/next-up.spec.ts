import { expect, test } from "./fixtures";
import type { RawChromium } from "./raw-chromium";
import {
  before,
  deviceShows,
  EMBEDDED,
  HIRING,
  onTime,
  openRaw,
  rehearseRaw,
  wellPast,
} from "./reminder-steps";

// On a phone, as far as a computer's Chromium that calls itself one can show it.

const PHONE = [
  "--user-agent=Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
];
const NEXT_UP = "Next up · Audi 1 · 14:15 · and 1 more";

const bodies = async (raw: RawChromium) => (await raw.shownNotifications()).map(({ body }) => body);
const cardsUp = (raw: RawChromium, tab: string): Promise<string[]> =>
  raw.evaluate(tab, async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ body }) => body);
  });

test("a phone that is put away shows in silence what is next, and nothing once the app is back", async ({
  startRaw,
  server,
}) => {
  const raw = await startRaw({ args: PHONE });
  const tab = await openRaw(raw, server.url, [EMBEDDED, HIRING]);
  await raw.recordNotifications();
  await server.stop();
  await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 600));
  const other = await raw.openTab("about:blank");
  await expect.poll(() => bodies(raw)).toEqual([NEXT_UP]);
  await raw.showTab(tab);
  await raw.waitFor(tab, () => document.visibilityState === "visible");
  await deviceShows(Date.now() + 1500);
  await expect.poll(() => cardsUp(raw, tab)).toEqual([]);
  await raw.closeTab(other);
});

test("the reminder takes the place of what stood for it", async ({ startRaw, server }) => {
  const raw = await startRaw({ args: PHONE });
  const tab = await openRaw(raw, server.url, [EMBEDDED, HIRING]);
  await raw.recordNotifications();
  await server.stop();
  const offset = await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 9));
  await raw.openTab("about:blank");
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  const [nextUp, ...cards] = await raw.shownNotifications();
  expect(nextUp?.body).toBe(NEXT_UP);
  expect(nextUp?.tag).toBe(EMBEDDED.tag);
  onTime("phone, tab hidden", cards, [EMBEDDED, HIRING], offset);
  expect((await cardsUp(raw, tab)).every((body) => body.startsWith("starts in 5 min"))).toBe(true);
});

test("a computer shows nothing of the kind", async ({ startRaw, server }) => {
  const raw = await startRaw();
  const tab = await openRaw(raw, server.url, [EMBEDDED]);
  await raw.recordNotifications();
  await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 600));
  await raw.openTab("about:blank");
  await raw.waitFor(tab, () => document.visibilityState === "hidden");
  await deviceShows(Date.now() + 2000);
  expect(await bodies(raw)).toEqual([]);
});
