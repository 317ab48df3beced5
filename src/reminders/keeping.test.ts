import { expect, test } from "vitest";
import { keepingOf } from "./keeping";

test.each([
  ["webkit", false, false, "seven days"],
  ["webkit", true, false, "not promised"],
  ["webkit", false, true, "promised"],
  ["webkit", false, null, null],
  ["chromium", false, false, "not promised"],
  ["firefox", false, false, "not promised"],
  ["chromium", true, true, "promised"],
] as const)("%s, installed: %s, persisted: %s", (engine, installed, persisted, keeping) =>
  expect(keepingOf({ engine, installed }, persisted)).toBe(keeping),
);
