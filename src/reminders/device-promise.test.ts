import { describe, expect, test } from "vitest";
import type { Device } from "./device";
import { type DeviceFacts, type DevicePromise, promiseOf } from "./device-promise";
import { MEASURED } from "./measured";
import type { Permission } from "./permission";

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
