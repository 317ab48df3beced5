import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const COMMANDS = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];

/** Where installers put a browser that is on nobody's PATH. */
const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, "Google", "Chrome", "Application", "chrome.exe")];
  }),
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
];

/**
 * The path of a Chromium to test with: `CHROME_PATH`, else an installed Chrome or Chromium, else
 * Playwright's own download, else, as root on Debian or Ubuntu, the distribution's package, which
 * is then installed. Throws one sentence where there is none to be had.
 */
export function findBrowser(): string {
  const wished = process.env.CHROME_PATH;
  if (wished !== undefined && wished !== "") {
    if (isProgram(wished)) return wished;
    throw new Error(`CHROME_PATH is set to "${wished}", where there is no program to run.`);
  }
  return installed() ?? downloaded() ?? fromDebian() ?? none();
}

/** What a test browser needs: quiet on a closed network, and a start as root. */
export function browserArgs(): string[] {
  const asRoot = process.getuid?.() === 0;
  return [
    ...(asRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}

function installed(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...USUAL_PLACES].find(isProgram) ?? null;
}

function downloaded(): string | null {
  const path = chromium.executablePath();
  return path !== "" && existsSync(path) ? path : null;
}

function fromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  process.stderr.write("No Chrome or Chromium was found: installing the package chromium.\n");
  const apt = (...args: string[]): void => {
    // Standard output belongs to the tests: what apt-get says goes to standard error.
    execFileSync("/usr/bin/apt-get", args, {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
  } catch {
    return null;
  }
  return isProgram("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}

function none(): never {
  throw new Error(
    "No Chrome or Chromium was found: install one, or run `npx playwright install chromium`, or set CHROME_PATH to its path.",
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
