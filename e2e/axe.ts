import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const WIDTHS = [390, 1280];
const LOOKS = [
  { width: 390, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

// Axe comes with the types of another Playwright, which it does not use otherwise.
type AxePage = ConstructorParameters<typeof AxeBuilder>[0]["page"];

/** What axe finds on the page as it stands: one line for each element. */
export async function findings(page: Page): Promise<readonly string[]> {
  // Without frames there is no need for the further page in which axe would put its results together.
  const axe = new AxeBuilder({ page: page as unknown as AxePage }).setLegacyMode(true);
  const { violations } = await axe
    .options({ runOnly: { type: "tag", values: TAGS }, resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

/** Axe finds nothing, on a light phone and on a dark computer; `before` runs before each look. */
export async function expectNothingFound(
  page: Page,
  before?: (look: number) => Promise<void>,
): Promise<void> {
  for (const [look, { width, colorScheme }] of LOOKS.entries()) {
    // High enough that what rises from the bottom edge covers no row: half a row is a small target to axe.
    await page.setViewportSize({ width, height: 2_600 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await before?.(look);
    // The code of a view comes when it is asked for: until then there is nothing to look at.
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    expect.soft(await findings(page), `${width} px, ${colorScheme}`).toEqual([]);
  }
}
