/**
 * Chromium loses a card that is just being shown while the cards are listed: whoever lists them does so
 * alone, in all tabs and the service worker, and whoever shows waits a moment. A frozen tab keeps its
 * lock, so nobody waits longer than that.
 */
export function cardsLock(scope: string) {
  const name = `trackside-cards:${scope}`;

  /** True where `work` was done under the lock; its own failure is thrown. */
  const locked = async (mode: LockMode, patience: number, work: () => Promise<void>): Promise<boolean> => {
    if (!("locks" in navigator)) {
      await work(); // No Chromium lacks locks, and no other browser loses cards.
      return true;
    }
    let begun = false;
    try {
      await navigator.locks.request(name, { mode, signal: AbortSignal.timeout(patience) }, () => {
        begun = true;
        return work();
      });
    } catch (error) {
      if (begun) throw error;
      return false;
    }
    return true;
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
