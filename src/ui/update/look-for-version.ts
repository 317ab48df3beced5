import { SECOND } from "../../domain/time";
import { BASE } from "../base-path";
import { codeVersionOf } from "./code-version";
import { putOff, updateOffer } from "./service-worker";

/** What a look for a newer version has come to. */
export type VersionFound =
  /** Another version is there, and is offered. */
  | "offered"
  /** The code is the newest, also where there was news of the site, which has been taken. */
  | "none"
  /** The server was not heard. */
  | "unheard"
  /** Nothing is kept on this device that could be of another version than the server's. */
  | "not kept";

const PATIENCE = 30 * SECOND;

/** Asks the server for a newer version of the app, and waits until what comes of it is known. */
export async function lookForVersion(): Promise<VersionFound> {
  const registration = await navigator.serviceWorker?.getRegistration(BASE);
  if (!registration) return "not kept";
  try {
    await registration.update();
  } catch {
    return "unheard";
  }
  const coming = registration.installing ?? registration.waiting;
  if (putOff.get() !== null && updateOffer.get() === null) updateOffer.set(putOff.get());
  if (updateOffer.get() !== null) return "offered";
  return coming ? outcomeOf(coming) : "none";
}

/** Whoever follows updates offers the newcomer or takes it; or its files cannot be had, and it is gone again. */
function outcomeOf(coming: ServiceWorker): Promise<VersionFound> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const end = (found: VersionFound) => {
      stop.abort();
      forget();
      resolve(found);
    };
    const look = () => {
      if (coming.state === "redundant") end("unheard");
      else if (coming.state === "activated") end("none");
      else if (updateOffer.get() !== null) end("offered");
    };
    const forget = updateOffer.subscribe(look);
    coming.addEventListener("statechange", look, { signal: stop.signal });
    const timer = setTimeout(() => end("unheard"), PATIENCE);
    stop.signal.addEventListener("abort", () => clearTimeout(timer));
    look();
  });
}

/** A short word for the code that runs, another one for any other code; null where no worker has it. */
export async function runningVersion(): Promise<string | null> {
  const worker = navigator.serviceWorker?.controller;
  const names = worker ? await codeVersionOf(worker) : null;
  if (names === null) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(names));
  return [...new Uint8Array(digest, 0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
