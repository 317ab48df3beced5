import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { fetchFeed } from "./fetch-feed";

let server: Server | null = null;

async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/feed.ics`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test("brings the bytes as they are", async () => {
  const address = await serve((_, answer) => answer.end(new Uint8Array([0, 255, 10])));
  expect(await fetchFeed(address)).toEqual({ ok: true, bytes: new Uint8Array([0, 255, 10]) });
});

test("tells the status of a server that refuses", async () => {
  const address = await serve((_, answer) => answer.writeHead(500).end("sorry"));
  expect(await fetchFeed(address)).toEqual({
    ok: false,
    reason: "The server answered 500.",
    unreachable: false,
  });
});

test("is unreachable where nobody listens, or where the address is none", async () => {
  const address = await serve(() => {});
  server?.close();
  expect(await fetchFeed(address)).toMatchObject({ ok: false, unreachable: true });
  expect(await fetchFeed("http://")).toMatchObject({ ok: false, unreachable: true });
});

test.each([
  ["headers", () => {}],
  ["a body", (_: unknown, answer: { write: (text: string) => void }) => answer.write("BEGIN:VCALENDAR")],
])("gives up on a server that never ends its %s", async (_, answer) => {
  const address = await serve(answer as RequestListener);
  expect(await fetchFeed(address, { timeout: 100 })).toEqual({
    ok: false,
    reason: "The server did not answer within 1 seconds.",
    unreachable: true,
  });
});

test("stops when told to", async () => {
  const address = await serve(() => {});
  const reason = "The request was stopped.";
  expect(await fetchFeed(address, { signal: AbortSignal.abort() })).toEqual({
    ok: false,
    reason,
    unreachable: true,
  });
  const stop = new AbortController();
  const fetching = fetchFeed(address, { signal: stop.signal });
  stop.abort();
  expect(await fetching).toEqual({ ok: false, reason, unreachable: true });
});

test("takes no endless answer", async () => {
  const address = await serve((_, answer) => {
    const chunk = new Uint8Array(1024 * 1024);
    const more = () => {
      while (answer.write(chunk));
    };
    answer.on("drain", more);
    more();
  });
  expect(await fetchFeed(address)).toMatchObject({ ok: false, unreachable: false });
  // 32 MB through a socket take a busy machine longer than a test usually may.
}, 60_000);
