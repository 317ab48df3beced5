import { t } from "../domain/speech";
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

const calendar = () =>
  t("Add your agenda to this device’s calendar: a calendar can ring when the app cannot.");
const catchUp = () => t("When you come back it shows what still helps, and lists the rest as missed.");

/** Whole sentences, one behind the other. */
export const told = (...sentences: readonly string[]) => sentences.join(" ");

/**
 * The promise for a device. It says no more than what has been measured (computers) or documented by the
 * makers (phones): no web app is woken at a set time once its process is gone.
 */
export function promiseOf(facts: DeviceFacts): DevicePromise {
  if (facts.permission !== "granted" || !facts.hasWorker) return withoutNotifications(facts);
  const promise = withNotifications(facts);
  if (facts.isKept) return promise;
  const closed = no(t("Does not ring: this browser lets the app keep nothing once it is closed."));
  return { ...promise, closed, advice: told(t("Keep the app open."), calendar()) };
}

function withNotifications(facts: DeviceFacts): DevicePromise {
  switch (facts.platform) {
    case "computer":
      return onComputer(facts);
    case "android":
      return onAndroid(facts);
    case "ios":
      return {
        onScreen: yes(t("Rings on time.")),
        inBackground: no(told(t("iOS stops the app within seconds."), catchUp())),
        closed: no(onPhoneClosed()),
        locked: no(told(t("Does not ring: iOS stops the app with the screen."), catchUp())),
        advice: calendar(),
      };
  }
}

function withoutNotifications({ permission, platform, installed, hasWorker }: DeviceFacts): DevicePromise {
  const asking = permission === "default" && hasWorker;
  const silent = no(asking ? t("Does not ring until you turn on reminders.") : t("Does not ring."));
  const advice = () => {
    if (platform === "ios" && !installed) {
      return told(
        t("An iPhone or iPad notifies only from an app on the Home Screen: install it first."),
        calendar(),
      );
    }
    if (permission === "denied") {
      return told(
        t("Notifications are blocked for this site: allow them in the browser’s settings."),
        calendar(),
      );
    }
    if (permission === "impossible") return told(t("This browser cannot notify."), calendar());
    if (!hasWorker) return told(t("The app’s background part is missing: reload the page."), calendar());
    return t("Turn on reminders to get notifications.");
  };
  return {
    onScreen: partly(t("Shows a banner with a sound at the set time.")),
    inBackground: silent,
    closed: silent,
    locked: silent,
    advice: advice(),
  };
}

const onPhoneClosed = () =>
  t("Does not ring. On a phone only the phone’s own calendar rings when the app is closed.");

function onComputer({ engine }: DeviceFacts): DevicePromise {
  const measured = MEASURED[engine];
  const onScreen = yes(t("Rings on time."));
  if (!measured) {
    return {
      onScreen,
      inBackground: partly(t("May ring late or not at all: this browser has not been measured.")),
      closed: no(t("Does not ring until you open it again.")),
      locked: no(t("No promise: this browser has not been measured.")),
      advice: told(t("Keep the app on screen."), calendar()),
    };
  }
  const minutes = Math.ceil(measured.afterClosing / 60);
  return {
    onScreen,
    inBackground: measured.inBackground
      ? yes(t("Rings on time, also in a hidden tab or a minimised window."))
      : partly(t("May ring late.")),
    closed: partly(
      t(
        "{minutes, plural, one {Rings for nearly a minute after you close it while the browser keeps running; then not until you open it again.} other {Rings for nearly # minutes after you close it while the browser keeps running; then not until you open it again.}}",
        { minutes },
      ),
    ),
    locked: partly(
      t(
        "A computer that sleeps does not ring. When it wakes it shows what still helps, and lists the rest as missed.",
      ),
    ),
    advice: t(
      "Keep a window of the app open, minimised is fine. Where your browser puts idle tabs to sleep (Memory Saver, sleeping tabs), make an exception for this site.",
    ),
  };
}

function onAndroid({ engine }: DeviceFacts): DevicePromise {
  const isMinute = engine === "chromium";
  return {
    onScreen: yes(t("Rings on time.")),
    inBackground: partly(
      told(
        isMinute
          ? t("Rings for about a minute after you leave the app; then Android stops it.")
          : t("Rings a short while at best after you leave the app; then Android stops it."),
        catchUp(),
      ),
    ),
    closed: no(onPhoneClosed()),
    locked: partly(
      told(
        isMinute
          ? t("Rings for about a minute after the screen goes off; then Android stops it.")
          : t("Rings a short while at best after the screen goes off; then Android stops it."),
        catchUp(),
      ),
    ),
    advice: told(calendar(), t("Or lay the phone on the table with the app on screen.")),
  };
}
