import type { Device } from "./device";
import type { Permission } from "./permission";

/** What the app can keep on this device: a sentence for each state that the app can be in. */
export interface DevicePromise {
  readonly onScreen: string;
  readonly inBackground: string;
  readonly closed: string;
  /** What to do about what is missing. */
  readonly advice: string;
}

const CALENDAR = "Add your agenda to this device's calendar: a calendar can ring when the app cannot.";

const NOT_YET = "Does not ring until you turn on reminders.";

/**
 * The promise for a device and a permission. It says no more than what has been measured (computers) or
 * documented by the makers (phones): no web app is woken at a set time once its process is gone.
 */
export function promiseOf(device: Device, permission: Permission): DevicePromise {
  const { platform, engine, installed } = device;
  const iosTab = platform === "ios" && !installed;
  if (permission !== "granted") {
    return {
      onScreen: "Shows a banner with a sound at the set time.",
      inBackground: permission === "default" ? NOT_YET : "Does not ring.",
      closed: permission === "default" ? NOT_YET : "Does not ring.",
      advice: iosTab
        ? `An iPhone or iPad notifies only from an app on the Home Screen: install it first. ${CALENDAR}`
        : permission === "default"
          ? "Turn on reminders to get notifications."
          : permission === "denied"
            ? `Notifications are blocked for this site: allow them in the browser's settings. ${CALENDAR}`
            : `This browser cannot notify. ${CALENDAR}`,
    };
  }
  const onScreen = "Rings on time.";
  if (platform !== "computer") {
    return {
      onScreen,
      inBackground:
        platform === "android"
          ? `Rings ${engine === "chromium" ? "for about a minute" : "a short while at best"} after you leave the app; then Android stops it. What was missed shows when you come back.`
          : "iOS stops the app within seconds. What was missed shows when you come back.",
      closed: "Does not ring. On a phone only the phone's own calendar rings when the app is closed.",
      advice: CALENDAR,
    };
  }
  return {
    onScreen,
    inBackground:
      engine === "webkit"
        ? "May ring late or not at all: this browser has not been measured."
        : "Rings on time, also in a hidden tab or a minimised window.",
    closed:
      engine === "chromium"
        ? "Rings for up to 5 minutes after you close it while the browser keeps running; then not until you open it again."
        : engine === "firefox"
          ? "Rings for up to a minute after you close it; then not until you open it again."
          : "Does not ring until you open it again.",
    advice:
      engine === "webkit"
        ? `Keep the app on screen. ${CALENDAR}`
        : "Keep a window of the app open, minimised is fine.",
  };
}
