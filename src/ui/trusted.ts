import clockWorkerUrl from "../reminders/clock.worker?worker&url";
import feedWorkerUrl from "../store/feed.worker?worker&url";
import { BASE } from "./base-path";
import searchWorkerUrl from "./find/search.worker?worker&url";

const scripts = [feedWorkerUrl, clockWorkerUrl, searchWorkerUrl, `${BASE}sw.js`];

/** Trusted Types: these four addresses, known when the site is built, are all that may become script. */
const policy = window.trustedTypes?.createPolicy("app", {
  createScriptURL: (url) => {
    if (scripts.includes(url)) return url;
    throw new TypeError(`${url} is not a script of this app`);
  },
});

/** A script address as the browser's sinks want it. The DOM's types still know strings only. */
function trusted(url: string): string {
  return (policy?.createScriptURL(url) ?? url) as string;
}

/** A worker that reads feeds. */
export function openFeedWorker(): Worker {
  return new Worker(trusted(feedWorkerUrl), { type: "module" });
}

/** A worker that ticks on time in hidden tabs. */
export function openClockWorker(): Worker {
  return new Worker(trusted(clockWorkerUrl), { type: "module" });
}

/** A worker that searches the sessions. */
export function openSearchWorker(): Worker {
  return new Worker(trusted(searchWorkerUrl), { type: "module" });
}

/** The address of the service worker's script. */
export function serviceWorkerUrl(): string {
  return trusted(`${BASE}sw.js`);
}
