import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FetchedFeed } from "../feed/fetch-feed";
import { HOME } from "./home";
import { keepFresh } from "./keep-fresh";
import { openTestDb } from "./open-test-db";

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
