import { describe, expect, test } from "vitest";
import { evidenceOf, newPocketTest, type PocketDue, type PocketTest } from "../domain/pocket-test";
import type { Device } from "./device";
import { type DeviceFacts, type DevicePromise, promiseOf } from "./device-promise";
import { MEASURED } from "./measured";
import type { Permission } from "./permission";
import { type PocketProof, withPocket } from "./pocket-promise";

type Kind = Pick<Device, "platform" | "engine">;
type Row = readonly [onScreen: string, inBackground: string, closed: string, locked: string];

const STATES = ["onScreen", "inBackground", "closed", "locked"] as const;
const keeps = (promise: DevicePromise): Row => STATES.map((state) => promise[state].keeps) as unknown as Row;

/** What each platform keeps once it may notify, installed or not. */
const GRANTED: readonly (readonly [Kind, Row])[] = [
  [{ platform: "computer", engine: "chromium" }, ["yes", "yes", "partly", "partly"]],
  [{ platform: "computer", engine: "firefox" }, ["yes", "yes", "partly", "partly"]],
  [{ platform: "computer", engine: "webkit" }, ["yes", "partly", "no", "no"]],
  [{ platform: "android", engine: "chromium" }, ["yes", "partly", "no", "partly"]],
  [{ platform: "android", engine: "firefox" }, ["yes", "partly", "no", "partly"]],
  [{ platform: "ios", engine: "webkit" }, ["yes", "no", "no", "no"]],
];
const REFUSED: readonly Permission[] = ["default", "denied", "impossible"];
const BANNER: Row = ["partly", "no", "no", "no"];

const facts = (kind: Kind, over: Partial<DeviceFacts> = {}): DeviceFacts => ({
  ...kind,
  installed: false,
  permission: "granted",
  hasWorker: true,
  isKept: true,
  ...over,
});

describe.each(GRANTED)("%j", (kind, row) => {
  describe.each([true, false])("installed: %s", (installed) => {
    test("with permission", () => {
      const promise = promiseOf(facts(kind, { installed }));
      expect(keeps(promise)).toEqual(row);
      for (const state of STATES) expect(promise[state].words).toMatch(/\.$/);
      expect(promise.onScreen.words).toBe("Rings on time.");
    });

    test.each(REFUSED)("with permission %s: a banner on screen, and no more", (permission) => {
      const promise = promiseOf(facts(kind, { installed, permission }));
      expect(keeps(promise)).toEqual(BANNER);
      expect(promise.onScreen.words).toMatch(/^Shows a banner/);
      expect(promise.closed.words).toMatch(
        permission === "default" ? /^Does not ring until you turn on/ : /^Does not ring\.$/,
      );
    });

    test("where nothing can be kept, nothing rings once the app is closed", () => {
      const promise = promiseOf(facts(kind, { installed, isKept: false }));
      expect(promise.closed.keeps).toBe("no");
      expect(promise.onScreen.keeps).toBe("yes");
    });

    test("without a service worker: a banner on screen, whatever was permitted", () => {
      const promise = promiseOf(facts(kind, { installed, hasWorker: false }));
      expect(keeps(promise)).toEqual(BANNER);
    });
  });
});

describe("what was measured is what is promised", () => {
  test.each([
    ["chromium", "nearly 5 minutes", 5],
    ["firefox", "nearly a minute", 1],
  ] as const)("%s", (engine, words, minutes) => {
    const promise = promiseOf(facts({ platform: "computer", engine }));
    const measured = MEASURED[engine];
    expect(promise.inBackground.keeps).toBe(measured?.inBackground ? "yes" : "partly");
    expect(promise.closed.words).toContain(words);
    // "Nearly" is within a quarter of a minute.
    expect(measured?.afterClosing).toBeLessThanOrEqual(minutes * 60);
    expect(measured?.afterClosing).toBeGreaterThanOrEqual(minutes * 60 - 15);
  });

  test("a browser that was not measured is promised nothing beyond the screen", () => {
    expect(MEASURED.webkit).toBeNull();
    const safari = promiseOf(facts({ platform: "computer", engine: "webkit" }));
    expect(safari.inBackground.words).toMatch(/^May ring late or not at all/);
    const other = promiseOf(facts({ platform: "android", engine: "firefox" }));
    expect(other.inBackground.words).not.toMatch(/minute/);
  });
});

describe("the advice", () => {
  const advice = (over: Partial<DeviceFacts>) =>
    promiseOf(facts({ platform: "computer", engine: "chromium" }, over)).advice;

  test.each<readonly [Partial<DeviceFacts>, RegExp]>([
    [{ platform: "ios", engine: "webkit", permission: "impossible" }, /install it first/],
    [{ platform: "ios", engine: "webkit", permission: "denied", installed: true }, /blocked/],
    [{ permission: "default" }, /^Turn on reminders/],
    [{ permission: "denied" }, /blocked for this site/],
    [{ permission: "impossible" }, /cannot notify/],
    [{ hasWorker: false }, /reload the page/],
    [{}, /minimised is fine.*Memory Saver/],
    [{ platform: "android" }, /calendar/],
  ])("%j", (over, words) => expect(advice(over)).toMatch(words));
});

describe("pocket mode, by its test on this device", () => {
  const startedAt = Date.parse("2030-05-21T22:30:00Z");
  const here = { code: "/assets/a.js", browser: "Browser/1" };
  const begun = newPocketTest({ startedAt, ...here, cards: true });
  const tested = (due: Partial<PocketDue>): PocketTest => ({
    ...begun,
    end: "done",
    dues: begun.dues.map((one, index) => ({
      ...one,
      ...{ heard: 20, shown: 40, hidden: true },
      ...(index === 2 && due),
    })),
  });
  const passed = tested({});
  const failed = tested({ heard: null });
  const proofOf = (test: PocketTest | null, of = here): PocketProof => ({
    evidence: evidenceOf(test, of, startedAt + 600_000),
    timeZone: "Asia/Tokyo",
  });
  const KINDS = [
    ...GRANTED.map(([kind]) => facts(kind)),
    facts(GRANTED[0]?.[0] as Kind, { permission: "denied" }),
  ];

  /** What the promise says of pocket mode, and whether "no" becomes "partly". */
  const TESTS: readonly (readonly [string, PocketProof, RegExp | null, boolean])[] = [
    ["untested", proofOf(null), null, false],
    [
      "while its test goes on",
      { ...proofOf(null), evidence: evidenceOf(begun, here, startedAt) },
      null,
      false,
    ],
    ["where the app was looked at meanwhile", proofOf(tested({ hidden: false })), null, false],
    [
      "passed",
      proofOf(passed),
      /With pocket mode on, 3 of 3 came in time in its test on Wednesday 22 May, /,
      true,
    ],
    [
      "failed",
      proofOf(failed),
      /Pocket mode failed in its test on Wednesday 22 May: 2 of 3 in time\.$/,
      false,
    ],
    ["stale: passed with other code", proofOf(passed, { ...here, code: "/assets/b.js" }), null, false],
    ["stale: failed with other code", proofOf(failed, { ...here, code: "/assets/b.js" }), null, false],
    ["stale: another browser", proofOf(passed, { ...here, browser: "Browser/2" }), null, false],
  ];

  describe.each(TESTS)("%s", (_, proof, words, keepsMore) => {
    test.each(KINDS)("%j", (kind) => {
      const without = promiseOf(kind);
      const promise = withPocket(without, proof);
      const { locked, ...others } = promise;
      const { locked: before, ...othersBefore } = without;
      expect(others).toEqual(othersBefore);
      if (!words) {
        expect(promise).toEqual(without);
        return;
      }
      expect(locked.words.startsWith(`${before.words} `)).toBe(true);
      expect(locked.words).toMatch(words);
      expect(locked.keeps).toBe(keepsMore && before.keeps === "no" ? "partly" : before.keeps);
    });
  });
});
