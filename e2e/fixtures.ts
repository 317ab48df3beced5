import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, test as base, chromium } from "@playwright/test";
import { type FeedServer, startFeedServer } from "./feed-server";
import { browserArgs, findBrowser } from "./find-browser";
import { type NotificationPermission, setPermission } from "./notification-permission";
import { RawChromium, type RawOptions } from "./raw-chromium";
import { NETWORK_LOSS, type Watch, watchContext } from "./watch-context";

export { expect } from "@playwright/test";

/** The venue's network as this test sees it: every context that it opened, and the server. */
interface Network {
  /** Turns the network off in the browser and stops the server; lost requests are no problem from here on. */
  goOffline(): Promise<void>;
  /** Brings both back, on the same origin. */
  goOnline(): Promise<void>;
  /** From now on, console lines and errors that match are no problem, in every context. */
  allow(...patterns: readonly RegExp[]): void;
  /** What the browser complained about up to now, which is thereby excused: for a test that expects it. */
  takeProblems(): string[];
  /** A second server that the pages of this test may ask. */
  allowOrigin(origin: string): void;
  /** Watches a context and has it follow the network; the `context` and `launchProfile` fixtures do it. */
  join(context: BrowserContext): Promise<void>;
}

/** Options of a browser that is started on a profile. */
interface LaunchOptions extends BrowserContextOptions {
  /** The profile's folder; by default the test's own, the same at each launch. */
  readonly dir?: string;
  /** Further command-line switches. */
  readonly args?: readonly string[];
  /** By default the test's own. */
  readonly notificationPermission?: NotificationPermission;
}

interface Fixtures {
  /** The folder that the server serves, default `dist`. */
  siteRoot: string | undefined;
  /** The path that it is served under, default `/`. */
  siteBase: string | undefined;
  /** Console lines and errors that this test expects. */
  allowedConsole: RegExp[];
  /** What has been said about notifications before the test begins, default "granted". */
  notificationPermission: NotificationPermission;
  server: FeedServer;
  network: Network;
  /**
   * Starts a browser on a profile that outlives it: close the context, launch again, and what the
   * first one stored is there. Close it before the next launch on the same folder.
   */
  launchProfile: (options?: LaunchOptions) => Promise<BrowserContext>;
  /** Starts a browser that nothing is attached to; it may notify for the server's origin. Ended with the test. */
  startRaw: (options?: Partial<RawOptions>) => Promise<RawChromium>;
}

/**
 * Playwright's `test` with a server of its own for each test, and with a judge: a console error, an
 * uncaught error, a CSP violation or a request to another origin fails the test at its end.
 */
export const test = base.extend<Fixtures>({
  siteRoot: [undefined, { option: true }],
  siteBase: [undefined, { option: true }],
  allowedConsole: [[], { option: true }],
  notificationPermission: ["granted", { option: true }],

  launchOptions: [
    async ({ browserName: _ }, use) => use({ executablePath: findBrowser(), args: browserArgs() }),
    { scope: "worker" },
  ],

  server: async ({ siteRoot, siteBase }, use) => {
    const server = await startFeedServer({
      ...(siteRoot === undefined ? {} : { root: siteRoot }),
      ...(siteBase === undefined ? {} : { base: siteBase }),
    });
    await use(server);
    await server.stop();
  },

  baseURL: async ({ server }, use) => use(server.url),

  network: async ({ server, allowedConsole }, use) => {
    const members: { readonly context: BrowserContext; readonly watch: Watch }[] = [];
    const allowed = [...allowedConsole];
    const origins: string[] = [];
    let offline = false;
    const network: Network = {
      goOffline: async () => {
        offline = true;
        network.allow(...NETWORK_LOSS);
        await server.stop();
        await Promise.all(members.map(({ context }) => setOffline(context, true)));
      },
      goOnline: async () => {
        offline = false;
        await server.restart();
        await Promise.all(members.map(({ context }) => setOffline(context, false)));
      },
      allow: (...patterns) => {
        allowed.push(...patterns);
        for (const { watch } of members) watch.allow(...patterns);
      },
      takeProblems: () => members.flatMap(({ watch }) => watch.problems.splice(0)),
      allowOrigin: (origin) => {
        origins.push(origin);
        for (const { watch } of members) watch.allowOrigin(origin);
      },
      join: async (context) => {
        const watch = await watchContext(context, server.origin);
        watch.allow(...allowed);
        for (const origin of origins) watch.allowOrigin(origin);
        members.push({ context, watch });
        context.on("close", () => closed.add(context));
        if (offline) await context.setOffline(true);
      },
    };
    const closed = new Set<BrowserContext>();
    const setOffline = async (context: BrowserContext, on: boolean): Promise<void> => {
      if (!closed.has(context)) await context.setOffline(on);
    };
    await use(network);
    const problems = network.takeProblems();
    if (problems.length > 0) throw new Error(`The browser complained:\n${problems.join("\n")}`);
  },

  context: async ({ context, network, notificationPermission }, use) => {
    await setPermission(context, notificationPermission);
    await network.join(context);
    await use(context);
  },

  launchProfile: async (
    { server, network, notificationPermission, locale, timezoneId, colorScheme },
    use,
  ) => {
    const own = await mkdtemp(join(tmpdir(), "trackside-profile-"));
    const running: BrowserContext[] = [];
    await use(async ({ dir = own, args = [], notificationPermission: answer, ...options } = {}) => {
      const given = { locale, timezoneId, colorScheme };
      const context = await chromium.launchPersistentContext(dir, {
        executablePath: findBrowser(),
        args: [...browserArgs(), ...args],
        baseURL: server.url,
        ...(Object.fromEntries(
          Object.entries(given).filter(([, value]) => value !== undefined),
        ) as BrowserContextOptions),
        ...options,
      });
      running.push(context);
      await setPermission(context, answer ?? notificationPermission);
      await network.join(context);
      return context;
    });
    for (const context of running) await context.close();
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  },

  startRaw: async ({ server }, use) => {
    const running: RawChromium[] = [];
    await use(async (options = {}) => {
      const browser = await RawChromium.start({ notificationsFor: server.origin, ...options });
      running.push(browser);
      return browser;
    });
    for (const browser of running) await browser.kill();
  },
});
