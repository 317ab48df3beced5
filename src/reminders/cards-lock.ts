/**
 * Chromium loses a card that is just being shown while the cards are listed: whoever lists them does so
 * alone, in all tabs and the service worker, and whoever shows waits a moment. A frozen tab keeps its
 * lock, so nobody waits longer than that.
 */
export function cardsLock(scope: string) {
  const name = `trackside-cards:${scope}`;

  /**
   * True where `work` was done under the lock; its own failure is thrown. The lock is asked for again and
   * again, each time at the pace of the browser's answer (a millisecond or so), and never queued for: a
   * hidden tab's timer, with which a place in the queue would be given up, comes a second late, or a minute.
   */
  const locked = async (mode: LockMode, patience: number, work: () => Promise<void>): Promise<boolean> => {
    if (!("locks" in navigator)) {
      await work(); // No Chromium lacks locks, and no other browser loses cards.
      return true;
    }
    const end = performance.now() + patience;
    let begun = false;
    try {
      do {
        await navigator.locks.request(name, { mode, ifAvailable: true }, async (lock) => {
          if (!lock) return;
          begun = true;
          await work();
        });
      } while (!begun && performance.now() < end);
    } catch (error) {
      if (begun) throw error;
    }
    return begun;
  };

  return {
    /** Does `work` beside others of its kind; after `patience` milliseconds without the lock. */
    together: async (patience: number, work: () => Promise<void>): Promise<void> => {
      if (!(await locked("shared", patience, work))) await work();
    },
    /** Does `work` while nobody else is at the cards. False where that could not be had within `patience`. */
    alone: (patience: number, work: () => Promise<void>): Promise<boolean> =>
      locked("exclusive", patience, work),
  };
}
