import type { ToServiceWorker } from "../../domain/sw-message";

/** Asks a worker which code it brings; an unanswered question counts as other code. */
export function codeVersionOf(worker: ServiceWorker): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<string>) => resolve(event.data);
    setTimeout(() => resolve(null), 5_000);
    worker.postMessage({ type: "version" } satisfies ToServiceWorker, [port2]);
  });
}
