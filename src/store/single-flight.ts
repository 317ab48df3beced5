import { SECOND } from "../domain/time";

/** Between two looks at whether a lock is free, milliseconds. */
const PACE = 0.2 * SECOND;

/** A tab that is frozen keeps its lock: nobody waits for it longer than this. */
const PATIENCE = 20 * SECOND;

/**
 * Does `work` while no other tab does work of that name. Where another is at it, this one waits, and is told
 * (`hasWaited`) that its question may have been answered meanwhile. Where it is not patient, or `signal` ends
 * the wait, it does nothing, and undefined comes back. A browser without locks does without.
 */
export async function singleFlight<T>(
  name: string,
  { isPatient, signal }: { readonly isPatient: boolean; readonly signal?: AbortSignal },
  work: (hasWaited: boolean) => Promise<T>,
): Promise<T | undefined> {
  if (!("locks" in navigator)) return work(false);
  let waited = 0;
  for (;;) {
    const flight = await navigator.locks.request(name, { ifAvailable: true }, async (lock) =>
      lock ? { result: await work(waited > 0) } : null,
    );
    if (flight) return flight.result;
    if (!isPatient || signal?.aborted) return undefined;
    if (waited >= PATIENCE) return work(true);
    await new Promise((resolve) => setTimeout(resolve, PACE));
    waited += PACE;
  }
}
