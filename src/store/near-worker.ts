import type { Db } from "./db";
import { serveFeeds } from "./serve-feeds";
import type { TaskMessage } from "./task-messages";

type Port = Parameters<typeof serveFeeds>[0];

/** A worker that lives in this thread: it gets and gives copies, and hears nothing once it is ended. */
export class NearWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  isEnded = false;
  readonly said: string[] = [];
  readonly port: Port = { onmessage: null, postMessage: (message) => this.hear(message) };
  constructor(
    readonly open: (base: string) => Db,
    /** Called before the page hears a message. */
    readonly before: (message: TaskMessage) => void = () => undefined,
  ) {
    serveFeeds(this.port, open);
  }
  hear(message: unknown): void {
    const data = structuredClone(message);
    queueMicrotask(() => {
      if (this.isEnded) return;
      this.said.push((data as TaskMessage).is);
      this.before(data as TaskMessage);
      this.onmessage?.({ data });
    });
  }
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    const data = structuredClone(message, { transfer });
    setTimeout(() => this.isEnded || this.port.onmessage?.({ data } as MessageEvent));
  }
  terminate(): void {
    this.isEnded = true;
  }
}
