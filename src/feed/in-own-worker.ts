import { inEnglish } from "../domain/speech";

/** What a page does with each message of the worker. */
interface Listening<T> {
  readonly finish: (result: T) => void;
  /** For what is nobody's to answer: the work rejects with it. */
  readonly fail: (error: unknown) => void;
  readonly say: (message: unknown) => void;
  /** What comes next may take so many milliseconds more, else it is refused for `reason`; it cannot be stopped. */
  readonly goOn: (deadline: number, reason: string) => void;
}

interface OwnWork<T> {
  readonly request: unknown;
  /** What of the request the page gives away. */
  readonly transfer?: Transferable[];
  /** Milliseconds. */
  readonly deadline: number;
  /** Ends it sooner. */
  readonly signal: AbortSignal | undefined;
  /** What comes back where nothing came of it; `reason` is a sentence, in English as it is kept. */
  readonly refused: (reason: string, isStopped: boolean) => T;
  readonly hear: (message: unknown, listening: Listening<T>) => void;
}

/**
 * One piece of work in a worker of its own, so that no feed can hold up the page: after `deadline`, or when
 * the worker fails, it is refused with a sentence. The worker is ended in every case.
 */
export function inOwnWorker<T>(openWorker: () => Worker, work: OwnWork<T>): Promise<T> {
  const { request, transfer = [], deadline, signal, refused, hear } = work;
  return new Promise((resolve, reject) => {
    let worker: Worker | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      worker?.terminate();
    };
    const finish = (result: T) => {
      end();
      resolve(result);
    };
    const fail = (error: unknown) => {
      end();
      reject(error);
    };
    const wait = (milliseconds: number, reason: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(refused(reason, false)), milliseconds);
    };
    const stop = () => finish(refused(inEnglish("The request was stopped."), true));
    const broken = () =>
      finish(refused(inEnglish("This calendar cannot be read: its reader failed."), false));
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop);
    const seconds = String(Math.ceil(deadline / 1_000));
    wait(deadline, inEnglish("Reading this calendar took longer than {seconds} seconds.", { seconds }));
    try {
      const opened = openWorker();
      worker = opened;
      const goOn = (longest: number, reason: string) => {
        signal?.removeEventListener("abort", stop);
        wait(longest, reason);
      };
      const listening = { finish, fail, goOn, say: (message: unknown) => opened.postMessage(message) };
      opened.onmessage = ({ data }: MessageEvent<unknown>) => hear(data, listening);
      opened.onerror = broken;
      opened.onmessageerror = broken;
      opened.postMessage(request, transfer);
    } catch {
      broken();
    }
  });
}
