import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
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
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a network that is back does not make do with a refresh that began without it; a look does", async () => {
  const answers: ((answer: FetchedFeed) => void)[] = [];
  const fetch = () => new Promise<FetchedFeed>((resolve) => answers.push(resolve));
  const parse = async () => ({ ok: false, reason: "Unread.", report: [] }) as const;
  const ask = keepFresh(openTestDb(), HOME, { fetch, parse });

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
  const ask = keepFresh(db, key, { fetch, parse });
  await ask("asked");
  expect(fetch).toHaveBeenCalledTimes(1);

  await removeConference(db, key);
  expect(await ask("asked")).toBeUndefined();
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(await db.freshness.toArray()).toEqual([]);
});
