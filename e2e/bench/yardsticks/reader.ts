import type { ReaderRequest } from "./reader.worker";

/** What came of a reading, in milliseconds of its worker. */
export interface Reading {
  readonly sessions: number;
  readonly took: number;
}

declare global {
  interface Window {
    readWith(reader: ReaderRequest["reader"], address: string): Promise<Reading>;
  }
}

/** Reads a feed in a worker of its own. */
window.readWith = async (reader, address) => {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const worker = new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" });
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<Reading>) => {
      worker.terminate();
      done(data);
    };
    worker.onerror = ({ message }) => failed(new Error(message));
    worker.postMessage({ bytes, reader } satisfies ReaderRequest);
  });
};
