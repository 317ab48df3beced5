import { execSync } from "node:child_process";
import { findBrowser } from "./find-browser";

/**
 * Once, before the first test: finds the browser (so that two workers never install one at the same
 * time) and builds `dist/`. `TRACKSIDE_BUILT=1` says that the caller has just built it. What the
 * build says goes to standard error: standard output belongs to the tests' reporter.
 */
function setUp(): void {
  process.env.CHROME_PATH = findBrowser();
  if (process.env.TRACKSIDE_BUILT !== "1") execSync("npm run build", { stdio: ["ignore", 2, 2] });
}

// biome-ignore lint/style/noDefaultExport: Playwright calls what this file exports by default.
export default setUp;
