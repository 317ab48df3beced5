import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allowNotifications } from "./allow-notifications";
import { type DevtoolsSocket, openDevtoolsSocket } from "./devtools-socket";
import { browserArgs, findBrowser } from "./find-browser";
import {
  isShown,
  type NotificationEvent,
  notificationEvent,
  RECORDED,
  type RecordedEvent,
  SERVICE,
} from "./observe-notifications";
import { until } from "./until";

/** How to start a browser that nothing is attached to. */
export interface RawOptions {
  /** The origin that may show notifications, as if its user had said so long ago. */
  readonly notificationsFor: string;
  /** A profile to keep; without one, a new one is made, and removed at the end. */
  readonly profile?: string;
  readonly args?: readonly string[];
  /** The device's zone. */
  readonly timeZone?: string;
}

/** What a page is asked: an expression, or a function that needs nothing from outside itself. */
type Question<Value> = string | (() => Value | Promise<Value>);

interface Target {
  readonly id: string;
  readonly type: string;
  readonly url: string;
  readonly webSocketDebuggerUrl: string;
}

/**
 * Chromium with nothing attached to its service workers, so that they die as they do for users. Tabs
 * are opened and closed by the DevTools HTTP endpoints; a question to a page attaches to that page
 * alone, and only while it is answered.
 */
export class RawChromium {
  readonly #process: ChildProcess;
  readonly #gone: Promise<void>;
  readonly #address: string;
  readonly #browserSocket: string;
  readonly #throwAway: string | null;
  readonly #end = (): void => this.#signal();

  private constructor(
    process_: ChildProcess,
    gone: Promise<void>,
    port: string,
    path: string,
    throwAway: string | null,
  ) {
    this.#process = process_;
    this.#gone = gone;
    this.#address = `http://127.0.0.1:${port}`;
    this.#browserSocket = `ws://127.0.0.1:${port}${path}`;
    this.#throwAway = throwAway;
    process.once("exit", this.#end);
  }

  /** Starts a browser with one blank tab. End it with `close()` or `kill()`. */
  static async start({ notificationsFor, profile, args = [], timeZone }: RawOptions): Promise<RawChromium> {
    const dir = profile ?? (await mkdtemp(join(tmpdir(), "trackside-raw-")));
    await allowNotifications(dir, notificationsFor);
    const portFile = join(dir, "DevToolsActivePort");
    await rm(portFile, { force: true });
    const started = spawn(
      findBrowser(),
      [
        "--headless=new",
        "--remote-debugging-port=0",
        `--user-data-dir=${dir}`,
        "--no-default-browser-check",
        "--password-store=basic",
        ...browserArgs(),
        ...args,
        "about:blank",
      ],
      // A process group of its own: the browser's children end with it, and nothing else does.
      {
        detached: true,
        stdio: "ignore",
        env: { ...process.env, ...(timeZone === undefined ? {} : { TZ: timeZone }) },
      },
    );
    const gone = new Promise<void>((done) => {
      started.once("exit", () => done());
      started.once("error", () => done());
    });
    const found = await until(10_000, async () => {
      const [port, path] = (await readFile(portFile, "utf8").catch(() => "")).split("\n");
      return port !== undefined && path ? ([port, path] as const) : null;
    });
    const browser = new RawChromium(started, gone, found?.[0] ?? "0", found?.[1] ?? "", profile ? null : dir);
    if (found !== null) return browser;
    await browser.kill();
    throw new Error("Chromium did not open its DevTools port within 10 s.");
  }

  /** The id of the browser's first process, from which all others come. */
  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Opens a tab in front of the others, which are hidden by it; gives its id. Does not wait for the load. */
  async openTab(url: string): Promise<string> {
    return (await this.#ask<Target>(`/json/new?${encodeURIComponent(url)}`, "PUT")).id;
  }

  /** Closes a tab and waits until it is gone. Without any tab the browser may end. */
  async closeTab(id: string): Promise<void> {
    await this.#ask(`/json/close/${id}`);
    await until(5000, async () => ((await this.targets()).some((target) => target.id === id) ? null : true));
  }

  /** Brings a tab to the front. */
  async showTab(id: string): Promise<void> {
    await this.#ask(`/json/activate/${id}`);
  }

  /** Everything that runs: pages, and service workers as long as they live. Attaches to nothing. */
  targets(): Promise<readonly Target[]> {
    return this.#ask<Target[]>("/json/list");
  }

  /** The page's answer, awaited; rejects with what it threw. With `isTap` as if its user had just tapped. */
  async evaluate<Value>(id: string, expression: Question<Value>, isTap = false): Promise<Value> {
    const code = typeof expression === "string" ? expression : `(${expression})()`;
    const socket = await openDevtoolsSocket(`${this.#address.replace("http", "ws")}/devtools/page/${id}`);
    try {
      const { result, exceptionDetails } = await socket.send<{
        result: { value: Value };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>("Runtime.evaluate", {
        expression: code,
        awaitPromise: true,
        returnByValue: true,
        userGesture: isTap,
      });
      if (exceptionDetails === undefined) return result.value;
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    } finally {
      socket.close();
    }
  }

  /** Asks the page until the answer is truthy, and gives it; throws after `timeout` milliseconds. */
  async waitFor<Value>(id: string, expression: Question<Value>, timeout = 20_000): Promise<Value> {
    // While a page loads, the question may meet a document that is going away.
    const value = await until(
      timeout,
      async () => (await this.evaluate(id, expression).catch(() => null)) || null,
    );
    if (value === null) throw new Error(`Still not true after ${timeout} ms: ${expression}`);
    return value;
  }

  /** Minimises the window that holds the tab. */
  minimise(id: string): Promise<void> {
    return this.#setWindow(id, "minimized");
  }

  /** Brings a minimised window back. */
  restore(id: string): Promise<void> {
    return this.#setWindow(id, "normal");
  }

  /** Has the browser record its notifications from now on, in the profile, with nobody attached. */
  async recordNotifications(): Promise<void> {
    const socket = await this.#anyPage();
    await socket.send("BackgroundService.clearEvents", { service: SERVICE });
    await socket.send("BackgroundService.setRecording", { service: SERVICE, shouldRecord: true });
    socket.close();
  }

  /** Every card shown since `recordNotifications()`, oldest first. Asking disturbs neither card nor worker. */
  async shownNotifications(): Promise<readonly NotificationEvent[]> {
    const socket = await this.#anyPage();
    const events: NotificationEvent[] = [];
    socket.on(RECORDED, ({ backgroundServiceEvent }: { backgroundServiceEvent: RecordedEvent }) => {
      events.push(notificationEvent(backgroundServiceEvent));
    });
    await socket.send("BackgroundService.startObserving", { service: SERVICE });
    // The records follow the answer, and nothing says which is the last.
    await new Promise((done) => setTimeout(done, 250));
    socket.close();
    return events.filter(isShown).sort((one, other) => one.at - other.at);
  }

  /** Ends the browser as its user would, and removes a profile of its own making. */
  async close(): Promise<void> {
    const socket = await openDevtoolsSocket(this.#browserSocket).catch(() => null);
    await socket?.send("Browser.close").catch(() => {});
    socket?.close();
    await Promise.race([this.#gone, new Promise((late) => setTimeout(late, 5000))]);
    await this.kill();
  }

  /** Ends the browser at once, as a crash or a dead battery would. Harmless where it has ended. */
  async kill(): Promise<void> {
    this.#signal();
    await this.#gone;
    process.off("exit", this.#end);
    if (this.#throwAway === null) return;
    await rm(this.#throwAway, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  #signal(): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // The group has ended already.
    }
  }

  /** The browser's record can be asked for in any page of the profile, a blank one too. */
  async #anyPage(): Promise<DevtoolsSocket> {
    const page = (await this.targets()).find(({ type }) => type === "page");
    if (page === undefined) throw new Error("No tab is open.");
    return openDevtoolsSocket(page.webSocketDebuggerUrl);
  }

  async #setWindow(targetId: string, windowState: "minimized" | "normal"): Promise<void> {
    const socket = await openDevtoolsSocket(this.#browserSocket);
    try {
      const { windowId } = await socket.send<{ windowId: number }>("Browser.getWindowForTarget", {
        targetId,
      });
      await socket.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
    } finally {
      socket.close();
    }
  }

  async #ask<Answer>(path: string, method = "GET"): Promise<Answer> {
    const answer = await fetch(this.#address + path, { method });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`DevTools answered ${answer.status} at ${path}: ${text}`);
    return (text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text) as Answer;
  }
}
