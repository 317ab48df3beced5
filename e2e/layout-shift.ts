import { expect, type Page } from "@playwright/test";

/** One shift as the browser measured it, with what moved. */
interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** What may move at most, all shifts of one step together. */
const MOST = 0.01;

/**
 * Notes every layout shift in the page from its next load on. Those that follow an input count as well:
 * what is under the thumb must not move away because of it.
 */
export async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    const name = (node: Node | null): string =>
      node instanceof Element
        ? `${node.nodeName.toLowerCase()}.${node.className}`
        : (node?.nodeName ?? "gone");
    const note = (entries: PerformanceEntryList): void => {
      for (const entry of entries as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[])
        shifts.push({ value: entry.value, moved: entry.sources.map(({ node }) => name(node)) });
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    Object.assign(window, {
      takeShifts: () => {
        note(observer.takeRecords());
        return shifts.splice(0);
      },
    });
  });
}

/** Every shift since the last time, once the page has drawn what there is to draw. */
export async function takeShifts(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    return (window as unknown as { takeShifts(): Shift[] }).takeShifts();
  });
}

/** Fails where things moved since the last look, and says which. */
export async function expectNoShift(page: Page, step: string): Promise<void> {
  const shifts = await takeShifts(page);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  const moved = shifts.map(({ value, moved }) => `${value.toFixed(4)} ${moved.join(", ")}`).join("\n");
  expect.soft(sum, `${step}: ${moved}`).toBeLessThanOrEqual(MOST);
}
