import type { Device } from "./device";
import { MEASURED } from "./measured";
import type { Permission } from "./permission";

/** What the promise hangs on, all of it detected. */
export interface DeviceFacts extends Device {
  readonly permission: Permission;
  /** A service worker is in charge, or will be: without one no notification can be shown. */
  readonly hasWorker: boolean;
  /** This browser lets the app keep its stars; else they are gone with the page, and with them all reminders. */
  readonly isKept: boolean;
}

/** What the app keeps in one state of the device. */
export interface Kept {
  /** It rings on time; for a while, late or perhaps; not at all. */
  readonly keeps: "yes" | "partly" | "no";
  readonly words: string;
}

/** What the app can keep on this device, in each state that it can be in. */
export interface DevicePromise {
  readonly onScreen: Kept;
  readonly inBackground: Kept;
  readonly closed: Kept;
  readonly locked: Kept;
  /** What to do about what is missing. */
  readonly advice: string;
}

const yes = (words: string): Kept => ({ keeps: "yes", words });
const partly = (words: string): Kept => ({ keeps: "partly", words });
const no = (words: string): Kept => ({ keeps: "no", words });

const CALENDAR = "Add your agenda to this device's calendar: a calendar can ring when the app cannot.";
const CATCH_UP = "When you come back it shows what still helps, and lists the rest as missed.";

/**
 * The promise for a device. It says no more than what has been measured (computers) or documented by the
 * makers (phones): no web app is woken at a set time once its process is gone.
 */
export function promiseOf(facts: DeviceFacts): DevicePromise {
  if (facts.permission !== "granted" || !facts.hasWorker) return withoutNotifications(facts);
  const promise = withNotifications(facts);
  if (facts.isKept) return promise;
  const closed = no("Does not ring: this browser lets the app keep nothing once it is closed.");
  return { ...promise, closed, advice: `Keep the app open. ${CALENDAR}` };
}

function withNotifications(facts: DeviceFacts): DevicePromise {
  switch (facts.platform) {
    case "computer":
      return onComputer(facts);
    case "android":
      return onAndroid(facts);
    case "ios":
      return {
        onScreen: yes("Rings on time."),
        inBackground: no(`iOS stops the app within seconds. ${CATCH_UP}`),
        closed: no("Does not ring. On a phone only the phone's own calendar rings when the app is closed."),
        locked: no(`Does not ring: iOS stops the app with the screen. ${CATCH_UP}`),
        advice: CALENDAR,
      };
  }
}

function withoutNotifications({ permission, platform, installed, hasWorker }: DeviceFacts): DevicePromise {
  const asking = permission === "default" && hasWorker;
  const silent = no(asking ? "Does not ring until you turn on reminders." : "Does not ring.");
  const advice = () => {
    if (platform === "ios" && !installed) {
      return `An iPhone or iPad notifies only from an app on the Home Screen: install it first. ${CALENDAR}`;
    }
    if (permission === "denied") {
      return `Notifications are blocked for this site: allow them in the browser's settings. ${CALENDAR}`;
    }
    if (permission === "impossible") return `This browser cannot notify. ${CALENDAR}`;
    if (!hasWorker) return `The app's background part is missing: reload the page. ${CALENDAR}`;
    return "Turn on reminders to get notifications.";
  };
  return {
    onScreen: partly("Shows a banner with a sound at the set time."),
    inBackground: silent,
    closed: silent,
    locked: silent,
    advice: advice(),
  };
}

function onComputer({ engine }: DeviceFacts): DevicePromise {
  const measured = MEASURED[engine];
  const onScreen = yes("Rings on time.");
  if (!measured) {
    return {
      onScreen,
      inBackground: partly("May ring late or not at all: this browser has not been measured."),
      closed: no("Does not ring until you open it again."),
      locked: no("No promise: this browser has not been measured."),
      advice: `Keep the app on screen. ${CALENDAR}`,
    };
  }
  const minutes = Math.ceil(measured.afterClosing / 60);
  const span = minutes === 1 ? "nearly a minute" : `nearly ${minutes} minutes`;
  return {
    onScreen,
    inBackground: measured.inBackground
      ? yes("Rings on time, also in a hidden tab or a minimised window.")
      : partly("May ring late."),
    closed: partly(
      `Rings for ${span} after you close it while the browser keeps running; then not until you open it again.`,
    ),
    locked: partly(
      "A computer that sleeps does not ring. When it wakes it shows what still helps, and lists the rest as missed.",
    ),
    advice:
      "Keep a window of the app open, minimised is fine. Where your browser puts idle tabs to sleep (Memory Saver, sleeping tabs), make an exception for this site.",
  };
}

function onAndroid({ engine }: DeviceFacts): DevicePromise {
  const while_ = engine === "chromium" ? "for about a minute" : "a short while at best";
  return {
    onScreen: yes("Rings on time."),
    inBackground: partly(`Rings ${while_} after you leave the app; then Android stops it. ${CATCH_UP}`),
    closed: no("Does not ring. On a phone only the phone's own calendar rings when the app is closed."),
    locked: partly(`Rings ${while_} after the screen goes off; then Android stops it. ${CATCH_UP}`),
    advice: `${CALENDAR} Or lay the phone on the table with the app on screen.`,
  };
}
