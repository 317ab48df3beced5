import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { remindersOf } from "../domain/reminder";
import { sampleConference, sampleSession } from "../domain/sample";
import { SECOND } from "../domain/time";
import { FIRST_WISHES } from "../domain/wishes";
import { HOME } from "../store/home";
import { type Card, cardFor, changeCard } from "./card";
import { openTidier, showCard } from "./cards";

const scope = "https://example.org/";
const [reminder] = remindersOf(sampleSession(), "feed");
if (!reminder) throw new Error("the sample has an alarm");
const place = { timeZone: "Europe/Oslo", clock: REAL_CLOCK, scope };
const cardOf = (sounds: boolean) => cardFor(reminder, reminder.fireAt, sounds, place);

/** A registration whose platform answers as it is told. */
function platform(showNotification: (title: string, options: object) => Promise<void>) {
  return { scope, showNotification } as unknown as ServiceWorkerRegistration;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { userAgent: "Computer" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a card insists on a computer, sounds where that is wanted, and can be opened or muted", async () => {
  const seen: unknown[] = [];
  const shows = platform(async (title, options) => void seen.push({ title, ...options }));
  expect(await showCard(shows, cardOf(true))).toBe(true);
  expect(await showCard(shows, cardOf(false))).toBe(true);
  const both = {
    title: "Sharpening pencils",
    body: "starts in 5 min · Hall H · 14:00",
    tag: reminder.id,
    requireInteraction: true,
    actions: [{ action: "open" }, { action: "mute" }],
  };
  expect(seen).toMatchObject([
    { ...both, renotify: true, vibrate: [200, 100, 200] },
    { ...both, renotify: false, silent: true },
  ]);
  // Browsers refuse a silent card that vibrates.
  expect(seen[1]).not.toHaveProperty("vibrate");
});

test("on a phone a card does not insist", async () => {
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (Linux; Android 16; K)" });
  const seen: unknown[] = [];
  await showCard(
    platform(async (_, options) => void seen.push(options)),
    cardOf(true),
  );
  expect(seen).toMatchObject([{ requireInteraction: false, data: { insists: false } }]);
});

test("a platform that refuses is said to have shown nothing", async () => {
  expect(
    await showCard(
      platform(() => Promise.reject(new TypeError("no permission"))),
      cardOf(true),
    ),
  ).toBe(false);
});

test("a platform that never answers holds nobody up for longer than five seconds", async () => {
  const shown = showCard(
    platform(() => new Promise(() => undefined)),
    cardOf(true),
  );
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  await expect(shown).resolves.toBe(true);
});

/** What becomes of cards that are up when they are looked through at `now`, and the schedule is `conference`. */
async function tidied(
  cards: readonly Card[],
  conference = sampleConference([sampleSession()]),
  now = reminder?.fireAt ?? 0,
) {
  const became: string[] = [];
  const up = cards.map((card) => ({ ...card, close: () => became.push(`${card.tag} closed`) }));
  const registration = {
    scope,
    getNotifications: async () => up,
    showNotification: async (_: string, { tag, ...options }: { tag: string; body: string }) =>
      void became.push(`${tag} now says ${options.body}`),
  } as unknown as ServiceWorkerRegistration;
  const wishes = FIRST_WISHES;
  const kept = [{ key: HOME, conference, asked: { stars: [], wishes, leads: [] } }];
  const fates = [{ fate: { fate: "tell" as const, until: 0 }, mark: "new" }];
  await openTidier(registration, "computer")({ ...place, kept, coming: [], now, fates, wishes }, 0);
  return became;
}

test("a card that tells of a change stays as it is until its session is over, whatever becomes of that", async () => {
  const session = sampleSession();
  const card = changeCard(session, ["Moved from 13:00 to 14:00"], true, scope);
  expect(await tidied([card])).toEqual([]);
  expect(await tidied([card], sampleConference([]))).toEqual([]);
  expect(await tidied([card], undefined, session.endsAt)).toEqual(["change:s1 closed"]);
  const seen: unknown[] = [];
  await showCard(
    platform(async (_, options) => void seen.push(options)),
    card,
  );
  expect(seen).toMatchObject([
    { tag: "change:s1", requireInteraction: false, actions: [{ action: "open" }] },
  ]);
});

test("a reminder that is up is not called off because its session was made again under another id", async () => {
  const anew = sampleSession({ id: "s2" });
  const conference = { ...sampleConference([anew]), renamed: [["s1", "s2"]] as const };
  expect(await tidied([cardOf(true)], conference)).toEqual([]);
  expect(await tidied([cardOf(true)], sampleConference([anew]))).toEqual([
    `${reminder.id} now says has been cancelled · was 14:00`,
  ]);
});

test("what stood for a phone's app in its absence is looked for at each of its visits, and once in each", async () => {
  vi.useRealTimers();
  let looks = 0;
  const registration = {
    scope,
    getNotifications: async () => {
      looks++;
      return [];
    },
  } as unknown as ServiceWorkerRegistration;
  const state = { ...place, kept: [], coming: [], now: 0, fates: [], wishes: FIRST_WISHES };
  const tidy = openTidier(registration, "android");
  await tidy(state, 0);
  await tidy(state, 0);
  expect(looks).toBe(1);
  // Away and back between two wakes: a card may have come meanwhile.
  await tidy(state, 1);
  expect(looks).toBe(2);
});
