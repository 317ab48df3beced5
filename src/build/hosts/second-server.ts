import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { digestOf } from "../digest";

/** What the feed's own server does with a request. */
type Manner = "calendar" | "html" | "redirect" | "error" | "hang-up" | "half";

/** A feed's own server, on a port of loopback. */
export interface SecondServer {
  readonly address: string;
  /** The headers of each request. */
  readonly asked: IncomingHttpHeaders[];
  manner: Manner;
  calendar: string;
  stop(): Promise<void>;
}

/** Starts one; it answers with its calendar and a validator until it is told to behave otherwise. */
export async function startSecondServer(calendar: string): Promise<SecondServer> {
  const self: { -readonly [key in keyof SecondServer]: SecondServer[key] } = {
    address: "",
    asked: [],
    manner: "calendar",
    calendar,
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer((request, response) => {
    self.asked.push(request.headers);
    switch (self.manner) {
      case "hang-up":
        return void request.socket.destroy();
      case "error":
        return void response.writeHead(503, { "content-type": "text/calendar" }).end(self.calendar);
      case "html":
        return void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>");
      case "redirect":
        return void response.writeHead(302, { location: "https://elsewhere.example/" }).end();
      case "half":
        response.writeHead(200, { "content-type": "text/calendar", "content-length": 2 * 10 ** 5 });
        return void response.write(self.calendar, () => request.socket.destroy());
      case "calendar": {
        const etag = `"${digestOf(Buffer.from(self.calendar)).slice(0, 16)}"`;
        const headers = {
          etag,
          "cache-control": "private, max-age=9999",
          "clear-site-data": '"*"',
          "content-security-policy": "default-src *",
          "set-cookie": "who=you",
          "x-accel-redirect": "/_headers",
        };
        if (request.headers["if-none-match"] === etag) return void response.writeHead(304, headers).end();
        response.writeHead(200, { ...headers, "content-type": "text/calendar" }).end(self.calendar);
      }
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address === "object" && address) self.address = `http://127.0.0.1:${address.port}/feed.ics?of=1`;
  return self;
}
