import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { askAddress, ELSEWHERE } from "./ask-address";
import { findAddress } from "./find-address";

const GOOD = { allowOrigin: "*", contentType: "text/calendar; charset=utf-8", hasValidator: true };
const codes = (...asked: Parameters<typeof findAddress>) => findAddress(...asked).map(({ code }) => code);

test("an address is told what it lacks, and nothing where it lacks nothing", () => {
  expect(codes("https://example.org/a.ics", GOOD)).toEqual([]);
  expect(codes("https://example.org/a.ics", { ...GOOD, allowOrigin: ELSEWHERE })).toEqual([]);
  expect(codes("http://example.org/a.ics", null)).toEqual(["no-tls"]);
  expect(codes("http://127.0.0.1:80/a.ics", null)).toEqual([]);
  expect(
    codes("webcal://example.org/a.ics", { allowOrigin: null, contentType: "text/html", hasValidator: false }),
  ).toEqual(["not-a-calendar-type", "other-origins", "no-validators"]);
});

test("a server is asked as a page elsewhere would ask, and one that does not answer says nothing", async () => {
  const server = createServer(({ url, headers }, answer) => {
    if (url === "/never") return;
    answer.setHeader("Access-Control-Allow-Origin", headers.origin ?? "nobody");
    answer.setHeader("Last-Modified", "Mon, 01 Jan 2029 00:00:00 GMT");
    answer.writeHead(url === "/gone" ? 410 : 200, { "Content-Type": "text/calendar" });
    // Only the head is waited for: the rest never comes.
    answer.write("BEGIN:VCALENDAR\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await askAddress(`${at}/feed`)).toEqual({
    allowOrigin: ELSEWHERE,
    contentType: "text/calendar",
    hasValidator: true,
  });
  expect(await askAddress(`${at}/gone`)).toBeNull();
  expect(await askAddress(`${at}/never`, 50)).toBeNull();
  server.closeAllConnections();
  server.close();
});
