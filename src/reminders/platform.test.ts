import { expect, test } from "vitest";
import { platformOf } from "./platform";

const MAC =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15";
const LINUX = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36";
const finger = { touchPoints: 5, isCoarse: true };
const mouse = { touchPoints: 0, isCoarse: false };

test.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)", finger, "ios"],
  [MAC, finger, "ios"],
  [MAC, mouse, "computer"],
  ["Mozilla/5.0 (Linux; Android 16; K) Chrome/156.0.0.0 Mobile", finger, "android"],
  [LINUX, mouse, "computer"],
  [LINUX, { touchPoints: 10, isCoarse: false }, "computer"], // A laptop with a touch screen.
  [LINUX, finger, "android"], // A phone that asks for desktop sites.
  [LINUX, undefined, "computer"],
] as const)("%s with %j: %s", (userAgent, pointing, platform) =>
  expect(platformOf(userAgent, pointing)).toBe(platform),
);
