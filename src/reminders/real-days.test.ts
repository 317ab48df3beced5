import { readFileSync } from "node:fs";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, expect, test, vi } from "vitest";
import { DAY, MINUTE } from "../domain/time";
import { parseFeed } from "../feed/parse-feed";
import { openTestDb } from "../store/open-test-db";
import { ring } from "./ring";
import { firstFacts, perform, publish } from "./simulated-deeds";
import { SimulatedDevice } from "./simulated-device";
import { wallAhead } from "./simulated-night";
import { Witness } from "./simulated-witness";

const bytes = readFileSync(new URL("../../public/schedule.ics", import.meta.url));
const feed = parseFeed(bytes);
if (!feed.ok) throw new Error(feed.reason);
const { timeZone, sessions } = feed.conference;

const clock = { now: 0 };
vi.spyOn(Date, "now").mockImplementation(() => clock.now);
afterAll(() => vi.restoreAllMocks());

test("over the days of the conference every alarm rings once, at its time", async () => {
  const factory = new IDBFactory();
  const [hand, ...cast] = Array.from({ length: 5 }, () => openTestDb(factory));
  if (!hand) throw new Error("there are five");
  const first = Math.min(...sessions.map(({ startsAt }) => startsAt));
  const last = Math.max(...sessions.map(({ endsAt }) => endsAt));
  clock.now = first - DAY;
  const witness = new Witness((instant) => wallAhead(instant, 5 * 60 + 30));
  const stage = { db: hand, timeZone, begins: first };
  const device = new SimulatedDevice(
    cast,
    clock,
    ring,
    witness,
    { shows: [], pauses: [] },
    firstFacts(sessions),
  );
  await publish(stage, device.facts);
  for (const session of sessions.keys()) {
    device.facts = await perform(stage, { kind: "star", session }, device.facts, clock.now);
  }
  await device.wake([0, 1, 2, 3]);
  await device.pass(last + DAY - clock.now);

  expect(witness.violations).toEqual([]);
  // The file's alarms are all of one sort, so that they can be told by hand.
  const alarms = bytes.toString("utf8").match(/^TRIGGER:-PT5M\r?$/gm) ?? [];
  expect(witness.displays).toHaveLength(alarms.length);
  expect(alarms).toHaveLength(sessions.length);
  const { displays } = witness;
  const rung = displays.map(({ card, at }) => `${card.data.sessionId} ${at}`);
  expect(rung.sort()).toEqual(sessions.map(({ id, startsAt }) => `${id} ${startsAt - 5 * MINUTE}`).sort());
  expect(new Set(displays.map(({ card }) => card.tag)).size).toBe(alarms.length);

  // Sessions side by side: at two instants of the last day, and at no other, two cards at once.
  const lastDay = sessions.find(({ endsAt }) => endsAt === last)?.day;
  const daysOfPairs = displays
    .filter((one, index) => displays.some((other, place) => place < index && other.at === one.at))
    .map(({ card }) => sessions.find(({ id }) => id === card.data.sessionId)?.day);
  expect(daysOfPairs).toEqual([lastDay, lastDay]);
}, 120_000);
