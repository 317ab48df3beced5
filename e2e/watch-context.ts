import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** What went wrong in a browser context that no test asked about. */
export interface Watch {
  /** One line each: console errors, uncaught errors, CSP violations, requests to other origins. */
  readonly problems: string[];
  /** From now on, lines that match are no problem. */
  allow(...patterns: readonly RegExp[]): void;
  /** From now on, requests to this origin are no problem (a second server of the same test). */
  allowOrigin(origin: string): void;
}

/** What Chromium itself writes to the console when a request could not be made. */
export const NETWORK_LOSS = [
  /Failed to load resource: net::ERR_/,
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|FAILED|NETWORK_CHANGED|ABORTED|SOCKET_NOT_CONNECTED)/,
  /An unknown error occurred when fetching the script/,
  // A service worker that answers a page by a fetch which fails is reported as not handling it.
  /service worker, unhandled rejection: TypeError: Failed to fetch/,
];

const MARK = "[csp violation]";

/** Watches every page, worker and service worker of a context. Call it before the first page opens. */
export async function watchContext(context: BrowserContext, origin: string): Promise<Watch> {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  const origins = new Set([origin]);
  const note = (line: string): void => {
    if (!allowed.some((pattern) => pattern.test(line))) seen.push(line);
  };

  context.on("console", (message) => {
    if (isComplaint(message))
      note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const leaves = /^(https?|wss?):$/.test(url.protocol) && !origins.has(url.origin);
    if (leaves) note(`request to another origin: ${request.url()}`);
  });
  context.on("serviceworker", (worker) => {
    // A service worker's own errors reach no page: have them said on its console. It may be gone
    // before it has heard.
    worker.evaluate(reportErrors, MARK).catch(() => {});
  });
  await context.addInitScript(reportErrors, MARK);

  return {
    problems: seen,
    allow: (...patterns) => void allowed.push(...patterns),
    allowOrigin: (other) => void origins.add(other),
  };
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === "error" || message.type() === "assert" || message.text().startsWith(MARK);
}

// Runs in the page or in the service worker, so it can use nothing of this file.
function reportErrors(mark: string): void {
  addEventListener("securitypolicyviolation", (event) => {
    const { violatedDirective, blockedURI, sourceFile, lineNumber } = event as SecurityPolicyViolationEvent;
    console.warn(`${mark} ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
  });
  if (typeof document !== "undefined") return;
  addEventListener("error", (event) => {
    console.error(`service worker, uncaught: ${(event as ErrorEvent).message}`);
  });
  addEventListener("unhandledrejection", (event) => {
    console.error(`service worker, unhandled rejection: ${String((event as PromiseRejectionEvent).reason)}`);
  });
}
