import { expect, test, vi } from "vitest";
import { parseFeed } from "../../feed/parse-feed";
import { openTestDb } from "../../store/open-test-db";
import { readAddress } from "./read-address";
import { type ReadDoors, readIncoming } from "./read-incoming";

vi.mock("../trusted", () => ({ openFeedWorker: () => undefined }));

const feed = `BEGIN:VCALENDAR
NAME:Blunt Days
BEGIN:VEVENT
UID:s1
SUMMARY:Blunting pencils
DTSTART:20300521T120000Z
END:VEVENT
END:VCALENDAR
`;
const bytes = new TextEncoder().encode(feed);
const own = "https://conf.example/#/conferences";

function doors(over: Partial<ReadDoors> = {}) {
  const fetched: string[] = [];
  return {
    fetched,
    fetch: async (address: string) => {
      fetched.push(address);
      return { ok: true as const, bytes };
    },
    parse: async (given: Uint8Array, options: Parameters<typeof parseFeed>[1]) => parseFeed(given, options),
    readAddress: (text: string) => readAddress(text, own, () => false),
    ...over,
  };
}

const read = (incoming: Parameters<typeof readIncoming>[1], over = doors(), zone: string | null = null) =>
  readIncoming(openTestDb(), incoming, zone, new AbortController().signal, over);

const file = (text: string, fileName = "x.ics") => ({
  kind: "file" as const,
  file: new Blob([text]),
  fileName,
});

test("a file is read and nothing of it is kept", async () => {
  const db = openTestDb();
  const { signal } = new AbortController();
  const found = await readIncoming(db, file(feed), null, signal, doors());
  expect(found).toMatchObject({
    kind: "preview",
    conference: { name: "Blunt Days" },
    fileName: "x.ics",
    address: null,
    standing: { kind: "new" },
  });
  expect(await Promise.all(db.tables.map((table) => table.count()))).toEqual(db.tables.map(() => 0));
});

test("an address on this site is asked, by whichever scheme it is given", async () => {
  const site = doors();
  const found = await read({ kind: "address", address: "webcal://conf.example/b.ics" }, site);
  expect(found).toMatchObject({ kind: "preview", address: "https://conf.example/b.ics" });
  expect(site.fetched).toEqual(["https://conf.example/b.ics"]);
});

test.each([
  ["https://other.example/a.ics", /on another site.*save the file/, "https://other.example/a.ics"],
  ["http://other.example/a.ics", /not encrypted/, "http://other.example/a.ics"],
  ["file:///home/me/a.ics", /Choose the file itself/, null],
  ["nonsense", /not the address/, null],
])("%s is asked of nobody, and gets a sentence that says what to do", async (address, reason, link) => {
  const site = doors();
  const refused = await read({ kind: "address", address }, site);
  expect(refused).toMatchObject({ kind: "refused", reason: expect.stringMatching(reason), link });
  expect(site.fetched).toEqual([]);
});

test("where the organiser opened it, a server that keeps its calendar to itself is said to", async () => {
  const refuses = doors({
    readAddress: (text) => readAddress(text, own, () => true),
    fetch: async () => ({ ok: false, reason: "The server cannot be reached.", unreachable: true }),
  });
  expect(await read({ kind: "address", address: "https://other.example/a.ics" }, refuses)).toMatchObject({
    kind: "refused",
    reason: expect.stringMatching(/keeps its calendar from other sites.*save the file/),
    link: "https://other.example/a.ics",
  });
});

test("what is no calendar is refused with the reader's own sentence", async () => {
  expect(await read(file("<!doctype html>"))).toMatchObject({
    reason: expect.stringMatching(/web page, not a calendar/),
  });
  expect(await read({ kind: "words" })).toMatchObject({ kind: "refused" });
});

test("a file that no schedule can fill is not even opened", async () => {
  const large = { size: 33 * 1024 * 1024, arrayBuffer: () => Promise.reject(new Error("opened")) } as Blob;
  expect(await read({ kind: "file", file: large, fileName: "film.ics" })).toMatchObject({
    reason: expect.stringMatching(/larger than 32 MB/),
  });
});

test("the attendee's zone is asked for where the feed names none, and read by", async () => {
  const asked: unknown[] = [];
  const floating = doors({
    parse: async (given, options) => {
      asked.push(options.defaultTimeZone);
      return { ...parseFeed(given, options), asksTimeZone: true };
    },
  });
  expect(await read(file(feed), floating)).toMatchObject({ asksTimeZone: true, timeZone: null });
  expect(await read(file(feed), floating, "Asia/Tokyo")).toMatchObject({
    asksTimeZone: true,
    timeZone: "Asia/Tokyo",
  });
  expect(asked).toEqual([null, "Asia/Tokyo"]);
});
