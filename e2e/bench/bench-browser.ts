import { type DevtoolsSocket, openDevtoolsSocket } from "../devtools-socket";
import type { FeedServer } from "../feed-server";
import { RawChromium } from "../raw-chromium";
import { until } from "../until";
import { Tab, type TabOptions } from "./tab";

/** How a visit finds the service worker. */
export type WorkerState = "stopped" | "running";

const PATIENCE = 120_000;

/** A browser on a profile that lasts as long as the benchmark, and what opens and ends its service workers. */
export class BenchBrowser {
  readonly raw: RawChromium;
  readonly #control: DevtoolsSocket;

  private constructor(raw: RawChromium, control: DevtoolsSocket) {
    this.raw = raw;
    this.#control = control;
  }

  /** `origin` may notify. */
  static async start(origin: string): Promise<BenchBrowser> {
    const raw = await RawChromium.start({
      notificationsFor: origin,
      args: ["--window-size=500,900", "--disable-features=TranslateUI"],
      timeZone: "UTC",
    });
    const blank = (await raw.targets()).find(({ type }) => type === "page");
    if (blank === undefined) throw new Error("The browser has no tab.");
    const control = await openDevtoolsSocket(blank.webSocketDebuggerUrl);
    await control.send("ServiceWorker.enable");
    return new BenchBrowser(raw, control);
  }

  /** Opens an address in a new tab, as on a phone, with the origin's service worker in that state. */
  async visit(server: FeedServer, hash: string, worker: WorkerState, options?: TabOptions): Promise<Tab> {
    await this.#setWorkers(server, worker);
    const tab = await Tab.open(this.raw, options);
    await tab.goTo(server.url + hash);
    return tab;
  }

  /** A visit with a processor that is not slowed down, until all is kept on the device, and `marker` is to be seen. */
  async prepare(server: FeedServer, marker = ""): Promise<void> {
    const tab = await this.visit(server, "", "stopped", { throttle: 1, marker });
    await rowsPainted(tab);
    await keptOffline(tab);
    await quiet(tab, 1_500);
    await tab.close();
  }

  /** Forgets all that an origin has kept. */
  async clear(server: FeedServer): Promise<void> {
    await this.#setWorkers(server, "stopped");
    await this.#control.send("Storage.clearDataForOrigin", { origin: server.origin, storageTypes: "all" });
    await this.#control.send("Network.clearBrowserCache");
  }

  async close(): Promise<void> {
    this.#control.close();
    await this.raw.close();
  }

  async #setWorkers(server: FeedServer, state: WorkerState): Promise<void> {
    const workers = async () => (await this.raw.targets()).filter(({ type }) => type === "service_worker");
    // What a page has asked of its worker as it was closed starts it anew, as often as it is stopped before it
    // has heard it.
    const ended = await until(60_000, async () => {
      await new Promise((done) => setTimeout(done, 300));
      if ((await workers()).length === 0) return true;
      await this.#control.send("ServiceWorker.stopAllWorkers");
      await new Promise((done) => setTimeout(done, 700));
      return null;
    });
    if (ended === null) throw new Error("A service worker did not stop.");
    if (state === "stopped") return;
    await this.#control.send("ServiceWorker.startWorker", { scopeURL: server.url });
    const runs = async () =>
      (await workers()).some(({ url }) => url.startsWith(server.origin)) ? true : null;
    if ((await until(10_000, runs)) === null)
      throw new Error(`The service worker of ${server.url} did not start.`);
    // It is listed before its script has run.
    await new Promise((done) => setTimeout(done, 300));
  }
}

/** Waits for the first row, and where there is an app for its own. Throws where there is none to be seen. */
export async function rowsPainted(
  tab: Tab,
): Promise<{ readonly row: number; readonly appRow: number | null }> {
  const found = await tab.ask(
    (patience: number) =>
      new Promise<{ row: number; appRow: number | null } | string>((done) => {
        const end = performance.now() + patience;
        const look = () => {
          const { row, appRow } = window.benchWatch;
          const hasApp = document.getElementById("app") !== null;
          if (row !== null && (appRow !== null || !hasApp)) done({ row, appRow });
          else if (performance.now() > end) done(document.body.textContent.slice(0, 500));
          else setTimeout(look, 50);
        };
        look();
      }),
    PATIENCE,
  );
  if (typeof found === "string") throw new Error(`No row was painted. The page says:\n${found}`);
  return found;
}

/** Waits until no task has been long for so many milliseconds. */
export function quiet(tab: Tab, pause: number): Promise<void> {
  return tab.ask(
    (wanted: number) =>
      new Promise<void>((done) => {
        const began = performance.now();
        const look = () => {
          const last = window.benchWatch.longTasks.at(-1);
          const since = Math.max(began, last ? last.start + last.duration : 0);
          if (performance.now() - since >= wanted) done();
          else setTimeout(look, 100);
        };
        look();
      }),
    pause,
  );
}

/** Waits until no row has come for a second: those of a large day come one after the other, without a long task. */
export function allDrawn(tab: Tab): Promise<void> {
  return tab.ask(
    () =>
      new Promise<void>((done) => {
        let [rows, since] = [-1, performance.now()];
        const look = () => {
          const now = document.querySelectorAll("article[data-session]").length;
          if (now !== rows) [rows, since] = [now, performance.now()];
          if (performance.now() - since > 1_000) done();
          else setTimeout(look, 100);
        };
        look();
      }),
  );
}

/** Waits until the service worker is active and controls the page. */
export function keptOffline(tab: Tab): Promise<void> {
  return tab.ask(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active !== null && active.state !== "activated") {
      await new Promise<void>((done) => {
        active.addEventListener("statechange", () => active.state === "activated" && done());
      });
    }
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise<void>((done) => {
      navigator.serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
    });
  });
}

/** The long tasks of a page from an instant of its own clock on. */
export function longTasks(tab: Tab, from = 0): Promise<{ readonly longest: number; readonly long: number }> {
  return tab.ask((since: number) => {
    const durations = window.benchWatch.longTasks
      .filter(({ start, duration }) => start + duration > since)
      .map(({ duration }) => duration);
    return { longest: Math.max(0, ...durations), long: durations.reduce((sum, one) => sum + one, 0) };
  }, from);
}
