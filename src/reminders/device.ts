/** What the promise of reminders hangs on, as far as a page can know it. */
export interface Device {
  readonly platform: "computer" | "android" | "ios";
  readonly engine: "chromium" | "firefox" | "webkit";
  /** Runs as an app of its own, not in a browser tab. */
  readonly installed: boolean;
}

/** Reads the device from what the browser says of itself. */
export function detectDevice(): Device {
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad calls itself a Mac; no Mac has a touch screen.
  const ios = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const platform = ios ? "ios" : /Android/.test(userAgent) ? "android" : "computer";
  const engine =
    ios || !/Chrome\/|Firefox\//.test(userAgent)
      ? "webkit"
      : /Firefox\//.test(userAgent)
        ? "firefox"
        : "chromium";
  const installed =
    matchMedia("(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)")
      .matches || (navigator as { standalone?: boolean }).standalone === true;
  return { platform, engine, installed };
}
