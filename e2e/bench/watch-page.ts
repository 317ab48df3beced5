/** What the benchmark sees of a page from inside it. All times in milliseconds since navigation started. */
interface PageWatch {
  /** When the first row anywhere had been painted, and the first within `#app`; null while there is none. */
  row: number | null;
  appRow: number | null;
  readonly longTasks: { readonly start: number; readonly duration: number }[];
  /** Rows of the store that the page itself wrote: the stores of each transaction, and when it was done. */
  readonly writes: { readonly stores: readonly string[]; done: number | null }[];
  /** When a worker of this name was last sent a message. */
  readonly sent: Record<string, number>;
  /** When a worker that reads feeds was first sent one. */
  readAt: number | null;
  /** Of the last click or key. */
  inputAt: number;
  /** What is being waited for; resolves with the time at which it had been painted. */
  awaited: Promise<number | null>;
  painted(): Promise<number>;
  visibleRows(): Element[];
  /** In the viewport, and to be seen there. */
  isSeen(row: Element): boolean;
}

declare global {
  interface Window {
    benchWatch: PageWatch;
  }
}

/**
 * Runs in every page before its own scripts. A row is an `article[data-session]` in the viewport that can be
 * seen; its time is the end of the frame in which it was first found, with layout and paint. Where `marker` is
 * given, only a row that holds it counts.
 */
export function watchPage(marker: string): void {
  const painted = () =>
    new Promise<number>((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    });
  const isSeen = (row: Element) =>
    [...row.getClientRects()].some(
      ({ width, height, top, bottom, left, right }) =>
        width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    ) &&
    row.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    row.closest("[hidden]") === null &&
    row.textContent?.includes(marker) === true;
  const rows = () => document.querySelectorAll("article[data-session]");
  const watch: PageWatch = {
    row: null,
    appRow: null,
    longTasks: [],
    writes: [],
    sent: {},
    readAt: null,
    inputAt: 0,
    awaited: Promise.resolve(null),
    painted,
    visibleRows: () => [...rows()].filter(isSeen),
    isSeen,
  };
  window.benchWatch = watch;

  const found = { row: false, appRow: false };
  const look = () => {
    for (const row of rows()) {
      const inApp = row.closest("#app") !== null;
      if ((found.row && (found.appRow || !inApp)) || !isSeen(row)) continue;
      const { port1, port2 } = new MessageChannel();
      const isFirst = !found.row;
      found.row = true;
      if (inApp) found.appRow = true;
      port1.onmessage = () => {
        const now = performance.now();
        if (isFirst) watch.row = now;
        if (inApp) watch.appRow = now;
      };
      port2.postMessage(null);
      if (found.appRow) return;
    }
    if (!found.appRow) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watch.longTasks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  for (const type of ["click", "keydown"]) {
    addEventListener(
      type,
      ({ timeStamp }) => {
        watch.inputAt = timeStamp;
      },
      { capture: true },
    );
  }

  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
    const opened = transaction.call(this, names, mode, options);
    if (mode === "readwrite") {
      const write: PageWatch["writes"][number] = { stores: [...opened.objectStoreNames], done: null };
      watch.writes.push(write);
      opened.addEventListener("complete", () => {
        write.done = performance.now();
      });
    }
    return opened;
  };

  const OwnWorker = Worker;
  window.Worker = class extends OwnWorker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      const name = /([\w-]+)\.worker/.exec(String(address))?.[1] ?? "";
      const post = this.postMessage.bind(this) as (...message: unknown[]) => void;
      this.postMessage = (...message: unknown[]) => {
        watch.sent[name] = performance.now();
        if (name !== "clock" && name !== "search") watch.readAt ??= performance.now();
        post(...message);
      };
    }
  };
}
