import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
import { HOUR, MINUTE } from "../domain/time";
import type { FetchedFeed } from "../feed/fetch-feed";
import { bringIn } from "./bring-in";
import { HOME } from "./home";
import { keepFresh } from "./keep-fresh";
import { openTestDb } from "./open-test-db";
import { removeConference } from "./remove-conference";

const LOST: FetchedFeed = { ok: false, reason: "Gone.", unreachable: true };

beforeEach(() => {
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("document", { addEventListener: () => undefined, visibilityState: "visible" });
  vi.stubGlobal("setInterval", () => 0);
  vi.stubGlobal("navigator", {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a network that is back does not make do with a refresh that began without it; a look does", async () => {
  const answers: ((answer: FetchedFeed) => void)[] = [];
  const fetch = () => new Promise<FetchedFeed>((resolve) => answers.push(resolve));
  const parse = async () => ({ ok: false, reason: "Unread.", report: [] }) as const;
  const ask = keepFresh(openTestDb(), HOME, { fetch, parse, reader: "1" });

  const first = ask("opened");
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  const looked = ask("looked");
  const back = ask("reconnected");
  answers[0]?.(LOST);
  await Promise.all([first, looked]);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.({ ok: true, bytes: new Uint8Array() });
  expect(await back).toEqual({ kind: "kept", reason: "Unread." });
});

test("a conference that the attendee has removed is asked for no more, and nothing is kept of it", async () => {
  const db = openTestDb();
  const conference = sampleConference([sampleSession()]);
  const arrival = { conference, details: { sessions: {}, report: [] }, bytes: new Uint8Array(), savedAt: 0 };
  const address = "https://a.example/x.ics";
  const key = await bringIn(db, { arrival, address, fileName: null, timeZone: null }, null);
  const fetch = vi.fn(async () => LOST);
  const parse = async () => ({ ok: false, reason: "Unread.", report: [] }) as const;
  const ask = keepFresh(db, key, { fetch, parse, reader: "1" });
  await ask("asked");
  expect(fetch).toHaveBeenCalledTimes(1);

  await removeConference(db, key);
  expect(await ask("asked")).toBeUndefined();
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(await db.freshness.toArray()).toEqual([]);
});

test("a look that lasts can be stopped, and what comes next is looked for anew", async () => {
  const signals: AbortSignal[] = [];
  const fetch = (signal?: AbortSignal) =>
    new Promise<FetchedFeed>((resolve) => {
      if (!signal) return;
      signals.push(signal);
      signal.addEventListener("abort", () => resolve(LOST));
    });
  const parse = async () => ({ ok: false, reason: "Unread.", report: [] }) as const;
  const db = openTestDb();
  const ask = keepFresh(db, HOME, { fetch, parse, reader: "1" });
  // It also stops what it has to wait for.
  const opened = ask("opened");
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  const stop = new AbortController();
  const asked = ask("asked", stop.signal);
  stop.abort();
  expect([await opened, await asked]).toEqual([{ kind: "stopped" }, { kind: "stopped" }]);
  expect(await db.freshness.get(HOME)).toBeUndefined();
  void ask("asked");
  await vi.waitFor(() => expect(signals).toHaveLength(2));
  expect(signals[1]?.aborted).toBe(false);
});

test("a server that fails is asked less and less often by the clock, until somebody looks or it answers", async () => {
  let now = Date.parse("2030-05-21T12:00:00Z");
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now);
  const begins = now + 12 * HOUR;
  let tries = 0;
  let answer: FetchedFeed = { ok: true, bytes: new Uint8Array([1]) };
  const fetch = async () => {
    tries += 1;
    return answer;
  };
  const parse = async () =>
    ({
      ok: true,
      cutOff: false,
      asksTimeZone: false,
      conference: sampleConference([sampleSession({ startsAt: begins })]),
      details: { sessions: {}, report: [] },
    }) as const;
  const ask = keepFresh(openTestDb(), HOME, { fetch, parse, reader: "1", random: () => 0 });
  await ask("opened");
  const triesIn = async (minutes: number) => {
    const before = tries;
    for (let minute = 0; minute < minutes; minute += 1) {
      now += MINUTE;
      await ask("clock");
    }
    return tries - before;
  };
  answer = LOST;
  expect(await triesIn(10)).toBe(1);
  expect([await triesIn(19), await triesIn(1)]).toEqual([0, 1]);
  expect([await triesIn(39), await triesIn(1)]).toEqual([0, 1]);
  await ask("reconnected");
  expect([await triesIn(19), await triesIn(1)]).toEqual([0, 1]);
  clock.mockRestore();
});

test("pages that were opened in one moment look at the clock at moments of their own", () => {
  const timer = vi.spyOn(globalThis, "setTimeout");
  const until = new AbortController();
  const doors = {
    fetch: async () => LOST,
    parse: async () => ({ ok: false, reason: "Unread.", report: [] }) as const,
    reader: "1",
    until: until.signal,
  };
  for (const chance of [0, 0.25]) keepFresh(openTestDb(), HOME, { ...doors, random: () => chance });
  const after = timer.mock.calls.map(([, delay]) => delay);
  until.abort();
  timer.mockRestore();
  expect(after).toEqual(expect.arrayContaining([MINUTE, 1.25 * MINUTE]));
});

test("a page that is done with a conference asks no more", async () => {
  let tries = 0;
  const until = new AbortController();
  const fetch = async () => {
    tries += 1;
    return LOST;
  };
  const parse = async () => ({ ok: false, reason: "Unread.", report: [] }) as const;
  const ask = keepFresh(openTestDb(), HOME, { fetch, parse, reader: "1", until: until.signal });
  until.abort();
  expect(await ask("asked")).toBeUndefined();
  expect(tries).toBe(0);
});
