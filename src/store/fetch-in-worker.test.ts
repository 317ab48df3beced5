import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { NearWorker } from "./near-worker";
import { openTestDb } from "./open-test-db";
import { refresh } from "./refresh";
import { workInWorker } from "./work-in-worker";

const feed = (title: string, padding = "") =>
  new TextEncoder().encode(
    [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "UID:s1",
      "DTSTART:20300521T120000Z",
      "DTEND:20300521T123000Z",
      `SUMMARY:${title}`,
      `X-PADDING:${padding}`,
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n"),
  );
const large = (title: string) => feed(title, "x".repeat(1_100_000));
const ADDRESS = "https://example.org/schedule.ics";

let factory: IDBFactory;
let db: Db;
let worker: NearWorker;
/** The page's own fetch, and the worker's. */
const fetchHere = vi.fn();
const network = vi.fn<(address: string) => Promise<Response>>();
beforeEach(async () => {
  factory = new IDBFactory();
  db = openTestDb(factory);
  await db.open();
  vi.stubGlobal("fetch", network);
  fetchHere.mockReset();
  network.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

function ask(signal?: AbortSignal) {
  worker = new NearWorker(() => openTestDb(factory));
  const doors = {
    address: ADDRESS,
    fetch: fetchHere,
    parse: () => Promise.reject(new Error("The page itself reads nothing.")),
    reader: "1",
    elsewhere: (store: Db, task: Parameters<typeof workInWorker>[2]["task"], stop?: AbortSignal) =>
      workInWorker(
        () => worker as unknown as Worker,
        store,
        { base: "/test/", task, reader: "1", options: {} },
        stop,
      ),
  };
  return refresh(db, HOME, doors, signal);
}
const answers = (body: Uint8Array<ArrayBuffer>) => network.mockImplementation(async () => new Response(body));
const title = async () => (await readConference(db, HOME))?.sessions[0]?.title;
const failure = async () => (await db.freshness.get(HOME))?.failure;

test("what was large last time is fetched by the worker: the page has none of its bytes", async () => {
  // Nobody knows of it beforehand.
  fetchHere.mockResolvedValue({ ok: true, bytes: large("First") });
  await ask();
  expect(await title()).toBe("First");
  answers(large("First"));
  expect(await ask()).toEqual({ kind: "unchanged" });
  answers(large("Second"));
  expect(await ask()).toMatchObject({ kind: "replaced", changes: [{ sessionId: "s1" }] });
  expect(worker.said).toEqual(["read", "told", "done"]);
  expect(await title()).toBe("Second");
  // Once it is small again the page sees to it.
  answers(feed("Third"));
  await ask();
  expect(fetchHere).toHaveBeenCalledTimes(1);
  expect(network.mock.calls.map(([address]) => address)).toEqual([ADDRESS, ADDRESS, ADDRESS]);
  fetchHere.mockResolvedValue({ ok: true, bytes: feed("Third") });
  expect(await ask()).toEqual({ kind: "unchanged" });
  expect(network).toHaveBeenCalledTimes(3);
});

test("why it cannot be had is said and noted as ever, and who does not want to wait stops the worker", async () => {
  fetchHere.mockResolvedValue({ ok: true, bytes: large("First") });
  await ask();
  network.mockImplementation(async () => new Response("", { status: 500 }));
  expect(await ask()).toEqual({ kind: "kept", reason: "The server answered 500." });
  expect(await failure()).toMatchObject({ unreachable: false });
  network.mockRejectedValue(new TypeError("no network"));
  expect(await ask()).toEqual({ kind: "kept", reason: "The server cannot be reached." });
  expect(await failure()).toMatchObject({ unreachable: true });
  network.mockImplementation(() => new Promise(() => undefined));
  const before = await db.freshness.get(HOME);
  expect(await ask(AbortSignal.timeout(50))).toEqual({ kind: "stopped" });
  expect(worker.isEnded).toBe(true);
  expect(await db.freshness.get(HOME)).toEqual(before);
  expect(await title()).toBe("First");
});
