/** Asks every 50 ms until there is an answer; null after `timeout` milliseconds. */
export async function until<Value>(timeout: number, ask: () => Promise<Value | null>): Promise<Value | null> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await ask();
    if (value !== null || Date.now() > end) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
}
