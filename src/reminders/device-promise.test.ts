import { describe, expect, test } from "vitest";
import type { Device } from "./device";
import { promiseOf } from "./device-promise";
import type { Permission } from "./permission";

const PLATFORMS: readonly Pick<Device, "platform" | "engine">[] = [
  { platform: "computer", engine: "chromium" },
  { platform: "computer", engine: "firefox" },
  { platform: "computer", engine: "webkit" },
  { platform: "android", engine: "chromium" },
  { platform: "android", engine: "firefox" },
  { platform: "ios", engine: "webkit" },
];
const REFUSED: readonly Permission[] = ["default", "denied", "impossible"];
const devices = PLATFORMS.flatMap((device) => [true, false].map((installed) => ({ ...device, installed })));

describe.each(devices)("$platform $engine, installed: $installed", (device) => {
  test.each(REFUSED)("with permission %s nothing is promised but a banner on screen", (permission) => {
    const promise = promiseOf(device, permission);
    expect(promise.onScreen).toMatch(/^Shows a banner/);
    for (const words of [promise.inBackground, promise.closed]) expect(words).toMatch(/^Does not ring/);
    expect(promise.advice).not.toBe("");
  });

  test("with permission it says no more of a closed app than was measured", () => {
    const { onScreen, closed } = promiseOf(device, "granted");
    expect(onScreen).toBe("Rings on time.");
    const minutes = { chromium: /up to 5 minutes/, firefox: /up to a minute/, webkit: /^Does not ring/ };
    expect(closed).toMatch(device.platform === "computer" ? minutes[device.engine] : /^Does not ring/);
  });
});

test("a browser that was not measured is promised nothing in the background", () => {
  const safari = promiseOf({ platform: "computer", engine: "webkit", installed: false }, "granted");
  expect(safari.inBackground).toMatch(/^May ring late or not at all/);
  const other = promiseOf({ platform: "android", engine: "firefox", installed: false }, "granted");
  expect(other.inBackground).not.toMatch(/minute/);
});

test("an iPhone's browser tab is told to install first", () =>
  expect(promiseOf({ platform: "ios", engine: "webkit", installed: false }, "impossible").advice).toMatch(
    /install it first/,
  ));
