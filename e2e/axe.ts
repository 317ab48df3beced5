import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const WIDTHS = [390, 1280];
const SCHEMES = ["light", "dark"] as const;

// Axe comes with the types of another Playwright, which it does not use otherwise.
type AxePage = ConstructorParameters<typeof AxeBuilder>[0]["page"];

/** Axe finds nothing in either colour scheme, on a phone and on a computer; `before` runs before each look. */
export async function expectNothingFound(
  page: Page,
  before?: (look: number) => Promise<void>,
): Promise<void> {
  let looks = 0;
  for (const width of WIDTHS) {
    // High enough that what rises from the bottom edge covers no row: half a row is a small target to axe.
    await page.setViewportSize({ width, height: 2_600 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await before?.(looks++);
      // Without frames there is no need for the further page in which axe would put its results together.
      const axe = new AxeBuilder({ page: page as unknown as AxePage }).setLegacyMode(true);
      const { violations } = await axe
        .options({ runOnly: { type: "tag", values: TAGS }, resultTypes: ["violations"] })
        .analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      );
      expect.soft(found, `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}
