import type { Page } from "@playwright/test";

/** Keeps what a page asks for at an address of that pattern back until it is called. */
export async function holdBack(page: Page, pattern: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route(pattern, (route) => released.then(() => route.continue()));
  return () => release();
}
