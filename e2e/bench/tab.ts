import { type DevtoolsSocket, openDevtoolsSocket } from "../devtools-socket";
import type { RawChromium } from "../raw-chromium";
import { until } from "../until";
import { watchPage } from "./watch-page";

/** A mid-range phone beside this machine. */
const THROTTLE = 4;
const PHONE = { width: 390, height: 844, deviceScaleFactor: 1, mobile: true } as const;

export interface TabOptions {
  /** How many times slower the page's main thread is; 4 where nothing is said. */
  readonly throttle?: number;
  /** Only rows that hold this text count. */
  readonly marker?: string;
}

/** A tab with a phone's viewport and processor. Nothing is attached to its workers. */
export class Tab {
  readonly #browser: RawChromium;
  readonly #id: string;
  readonly #socket: DevtoolsSocket;

  private constructor(browser: RawChromium, id: string, socket: DevtoolsSocket) {
    this.#browser = browser;
    this.#id = id;
    this.#socket = socket;
  }

  static async open(
    browser: RawChromium,
    { throttle = THROTTLE, marker = "" }: TabOptions = {},
  ): Promise<Tab> {
    const id = await browser.openTab("about:blank");
    const target = await until(
      5_000,
      async () => (await browser.targets()).find((one) => one.id === id) ?? null,
    );
    if (target === null) throw new Error("The tab did not open.");
    const tab = new Tab(browser, id, await openDevtoolsSocket(target.webSocketDebuggerUrl));
    await tab.send("Page.enable");
    await tab.send("Emulation.setDeviceMetricsOverride", PHONE);
    await tab.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    await tab.send("Page.addScriptToEvaluateOnNewDocument", {
      source: `(${watchPage})(${JSON.stringify(marker)})`,
    });
    return tab;
  }

  send<Result>(method: string, params: object = {}): Promise<Result> {
    return this.#socket.send<Result>(method, params);
  }

  /** Goes to an address and comes back as its document is there. */
  async goTo(url: string): Promise<void> {
    const { errorText } = await this.send<{ errorText?: string }>("Page.navigate", { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
  }

  /** What a function answers in the page. It is sent as text: `given` is all that it knows. */
  ask<Value>(question: () => Value | Promise<Value>): Promise<Value>;
  ask<Given, Value>(question: (given: Given) => Value | Promise<Value>, given: Given): Promise<Value>;
  async ask<Given, Value>(question: (given: Given) => Value | Promise<Value>, given?: Given): Promise<Value> {
    const { result, exceptionDetails } = await this.send<{
      result: { value: Value };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>("Runtime.evaluate", {
      expression: `(${question})(${JSON.stringify(given) ?? ""})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** A finger at a place of the viewport. */
  async click({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    const event = { x, y, button: "left", clickCount: 1 };
    await this.send("Input.dispatchMouseEvent", { ...event, type: "mousePressed" });
    await this.send("Input.dispatchMouseEvent", { ...event, type: "mouseReleased" });
  }

  /** A key that writes a letter. */
  async type(letter: string): Promise<void> {
    const key = { key: letter, text: letter, unmodifiedText: letter };
    await this.send("Input.dispatchKeyEvent", { ...key, type: "keyDown" });
    await this.send("Input.dispatchKeyEvent", { key: letter, type: "keyUp" });
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.#browser.closeTab(this.#id);
  }
}
