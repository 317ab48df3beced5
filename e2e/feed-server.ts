import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { resolve } from "node:path";
import { siteHeaders } from "../src/build/security-headers";
import { entityTag, siteFile } from "./site-file";

/** How one address of the site behaves; the bytes of the file itself where no `body` is given. */
type FeedMode =
  | { readonly mode: "file" }
  | { readonly mode: "bytes"; readonly body: string | Uint8Array }
  | { readonly mode: "status"; readonly status: number }
  /** Takes the request and never answers. */
  | { readonly mode: "stall" }
  | { readonly mode: "slow"; readonly ms: number; readonly body?: string | Uint8Array }
  /** A captive portal: 200 and a login page. */
  | { readonly mode: "html" }
  /** A captive portal: 302 to a login page. */
  | { readonly mode: "redirect-portal" }
  /** The first bytes only; `abrupt` also promises the whole length and then drops the connection. */
  | { readonly mode: "cut"; readonly bytes: number; readonly abrupt?: boolean };

/** One request as the server saw it; status 0 where it was never answered. */
interface SeenRequest {
  readonly method: string;
  readonly url: string;
  status: number;
}

/** A running static host whose feed and whose whole network can be made to misbehave. */
export interface FeedServer {
  /** `http://localhost:PORT` */
  readonly origin: string;
  /** `http://localhost:PORT/base/` */
  readonly url: string;
  readonly port: number;
  /** Every request since the start, in order; empty it with `requests.length = 0`. */
  readonly requests: SeenRequest[];
  /** The built folder; set it to another one for a new deployment. */
  root: string;
  /** How `schedule.ics` behaves. */
  feed: FeedMode;
  /** How any other file behaves, by its path under the base ("index.html", "sw.js"). */
  readonly modes: Map<string, FeedMode>;
  /** True: every address of the server answers with a login page. */
  portal: boolean;
  /** Closes the listening socket and every open connection. Harmless when stopped already. */
  stop(): Promise<void>;
  /** Starts again on the same port, so on the same origin. */
  restart(): Promise<void>;
}

interface FeedServerOptions {
  /** The built folder, default `dist`. */
  readonly root?: string;
  /** The path the site is served under, with or without slashes, default `/`. */
  readonly base?: string;
  /** A given port, else a free one is chosen. */
  readonly port?: number;
}

/** What a captive portal says. It must never be taken for a schedule. */
const LOGIN_PAGE =
  "<!doctype html><html lang=en><title>Welcome</title><h1>Sign in to the venue's Wi-Fi</h1></html>";

/**
 * Serves a built folder on loopback as a plain static host would: validators on everything,
 * `no-cache` on all but hashed assets, the site's own `_headers`, and 404 for what is not there.
 */
export async function startFeedServer(options: FeedServerOptions = {}): Promise<FeedServer> {
  const base = `/${options.base ?? ""}/`.replace(/\/{2,}/g, "/");
  const modes = new Map<string, FeedMode>();
  const requests: SeenRequest[] = [];
  let server: Server | null = null;

  const open = async (port: number): Promise<number> => {
    const next = createServer((request, response) => {
      const seen: SeenRequest = { method: request.method ?? "", url: request.url ?? "", status: 0 };
      requests.push(seen);
      response.on("finish", () => {
        seen.status = response.statusCode;
      });
      // A request whose client went away, or whose server was stopped, is no failure of the server.
      answer(self, base, request, response).catch(() => response.destroy());
    });
    await listen(next, port);
    server = next;
    return port;
  };

  const port = options.port ?? (await freePort(open));
  if (options.port !== undefined) await open(options.port);
  const origin = `http://localhost:${port}`;
  const self: FeedServer = {
    origin,
    url: origin + base,
    port,
    requests,
    root: resolve(options.root ?? "dist"),
    modes,
    portal: false,
    get feed() {
      return modes.get("schedule.ics") ?? { mode: "file" };
    },
    set feed(mode: FeedMode) {
      modes.set("schedule.ics", mode);
    },
    stop: async () => {
      const running = server;
      server = null;
      if (running === null) return;
      const closed = new Promise<void>((done) => running.close(() => done()));
      running.closeAllConnections();
      await closed;
    },
    restart: async () => {
      await self.stop();
      await open(port);
    },
  };
  return self;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", failed);
      done();
    });
  });
}

// Below the range from which systems hand out ports, and apart for each Playwright worker: while a
// server is stopped, nothing else may be given its port.
const firstPort = 20_000 + (Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 8) * 1000;
let portsTried = process.pid % 1000;

async function freePort(open: (port: number) => Promise<number>): Promise<number> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const port = firstPort + (portsTried++ % 1000);
    try {
      return await open(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error("No free port was found for the test server.");
}

async function answer(
  server: FeedServer,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? "/", server.origin).pathname);
  if (server.portal || path === "/login") return html(response, 200, LOGIN_PAGE);
  if (request.method !== "GET" && request.method !== "HEAD") return html(response, 405, "Method not allowed");
  if (`${path}/` === base) return void response.writeHead(302, { location: base }).end();
  if (!path.startsWith(base)) return html(response, 404, "Not found");

  const name = path.slice(base.length);
  const mode = server.modes.get(name === "" ? "index.html" : name) ?? { mode: "file" };
  switch (mode.mode) {
    case "stall":
      return;
    case "status":
      return html(response, mode.status, `Status ${mode.status}`);
    case "html":
      return html(response, 200, LOGIN_PAGE);
    case "redirect-portal":
      return void response.writeHead(302, { location: "/login", "cache-control": "no-store" }).end();
    case "slow":
      await new Promise((done) => setTimeout(done, mode.ms));
      break;
    case "file":
    case "bytes":
    case "cut":
      break;
    default:
      mode satisfies never;
  }

  const file = await siteFile(server.root, name);
  const given = "body" in mode ? mode.body : undefined;
  const whole = given === undefined ? file?.bytes : Buffer.from(given);
  if (whole === undefined) return html(response, 404, "Not found");
  const bytes = mode.mode === "cut" ? whole.subarray(0, mode.bytes) : whole;
  const type = file?.type ?? "text/calendar; charset=utf-8";
  const headers: Record<string, string> = {
    "cache-control": file?.hashed ? "public, max-age=31536000, immutable" : "no-cache",
    etag: entityTag(bytes),
    ...(await siteHeaders(server.root, [`/${name}`, path])),
  };
  if (request.headers["if-none-match"]?.split(/,\s*/).includes(headers.etag as string)) {
    return void response.writeHead(304, headers).end();
  }
  const abrupt = mode.mode === "cut" && mode.abrupt === true;
  response.writeHead(200, {
    ...headers,
    "content-type": type,
    "content-length": abrupt ? whole.length : bytes.length,
  });
  if (request.method === "HEAD") return void response.end();
  if (!abrupt) return void response.end(bytes);
  response.write(bytes, () => response.destroy());
}

function html(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(body);
}
