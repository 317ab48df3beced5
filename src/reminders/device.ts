import { type Platform, platformOf } from "./platform";

/** What the promise of reminders hangs on, as far as a page can know it. */
export interface Device {
  readonly platform: Platform;
  readonly engine: "chromium" | "firefox" | "webkit";
  /** Runs as an app of its own, not in a browser tab. */
  readonly installed: boolean;
}

/** Reads the device that the page runs on. */
export function detectDevice(): Device {
  const { userAgent, maxTouchPoints } = navigator;
  const platform = platformOf(userAgent, {
    touchPoints: maxTouchPoints,
    isCoarse: matchMedia("(pointer: coarse)").matches,
  });
  const engine =
    platform === "ios" || !/Chrome\/|Firefox\//.test(userAgent)
      ? "webkit"
      : /Firefox\//.test(userAgent)
        ? "firefox"
        : "chromium";
  const installed =
    matchMedia("(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)")
      .matches || (navigator as { standalone?: boolean }).standalone === true;
  return { platform, engine, installed };
}
