import { describe, expect, test } from "vitest";
import { everythingIn, filled, planFor, putOwn } from "./backup-sample";
import { openTestDb } from "./open-test-db";
import { readBackup } from "./read-backup";
import { restore } from "./restore";

const { text } = await filled();
const NEWER = "This backup was made by a newer version of the app. Update, then try again.";
const NOT_OURS = "This file is not a backup of this app.";
const CUT_OFF = "The backup is damaged or cut off, and cannot be read.";
const TOO_MUCH = "The backup holds more than this app would ever write. Nothing was brought back.";

const frame = (over: object) =>
  JSON.stringify({
    format: "trackside-backup",
    version: 1,
    savedAt: 1,
    settings: {},
    conferences: [],
    ...over,
  });
const conference = (over: object) => ({
  key: "home",
  name: "X",
  sample: [],
  source: null,
  feed: null,
  ...over,
});
const reasonOf = (file: string) => {
  const read = readBackup(file);
  return read.ok ? null : read.reason;
};

describe("a file that is no backup is refused with a sentence", () => {
  test.each([
    ["empty", "", NOT_OURS],
    ["a picture", "\u0089PNG\r\n", NOT_OURS],
    ["a calendar", "BEGIN:VCALENDAR\r\n", NOT_OURS],
    ["another JSON", '{"name":"x"}', NOT_OURS],
    ["null", "null", NOT_OURS],
    ["a list", "[]", NOT_OURS],
    ["deep nesting", "[".repeat(5_000_000), NOT_OURS],
    ["deep nesting of ours", `{"format":"trackside-backup","a":${"[".repeat(1_000_000)}`, CUT_OFF],
    ["cut off in the middle", text.slice(0, text.length / 2), CUT_OFF],
    ["cut off by one letter", text.slice(0, -1), CUT_OFF],
    ["NaN for a moment", text.replace(/"starredAt": \d+/, '"starredAt": NaN'), CUT_OFF],
    ["without conferences", frame({ conferences: undefined }), CUT_OFF],
    ["of a newer version", frame({ version: 2 }), NEWER],
    ["of a much newer version", frame({ version: 1e300 }), NEWER],
    ["of no version", frame({ version: "1" }), NOT_OURS],
    ["of version 0", frame({ version: 0 }), NOT_OURS],
    ["of half a version", frame({ version: 1.5 }), NOT_OURS],
    [
      "a million entries",
      frame({ conferences: [conference({ stars: Array(1_000_000).fill(0) })] }),
      TOO_MUCH,
    ],
    ["a thousand conferences", frame({ conferences: Array(1_000).fill(conference({})) }), TOO_MUCH],
  ])("%s", (_, file, reason) => expect(reasonOf(file)).toBe(reason));
});

/** What remains of rows of the site's own conference, and what is said to be left out. */
function judge(rows: object) {
  const read = readBackup(frame({ conferences: [conference(rows)] }));
  if (!read.ok) throw new Error(read.reason);
  return { rows: read.backup.conferences[0], unread: read.unread };
}

describe("a bad row does not lose the others", () => {
  test.each([
    ["no id", { starredAt: 1 }],
    ["an empty id", { sessionId: "", starredAt: 1 }],
    ["an endless id", { sessionId: "x".repeat(5_000), starredAt: 1 }],
    ["an id that is a thing", { sessionId: { toString: "x" }, starredAt: 1 }],
    ["a moment in words", { sessionId: "x", starredAt: "1" }],
    ["a moment beyond all calendars", { sessionId: "x", starredAt: 9e15 }],
    ["no moment", { sessionId: "x", starredAt: null }],
    ["half a millisecond", { sessionId: "x", starredAt: 0.5 }],
    ["null", null],
    ["a list", [["x", 1]]],
  ])("%s", (_, row) => {
    const { rows, unread } = judge({ stars: [row, { sessionId: "good", starredAt: 1 }] });
    expect(rows?.stars).toEqual([{ sessionId: "good", starredAt: 1 }]);
    expect(unread).toEqual({ stars: 1 });
  });

  test("an entry that ends before it begins, lasts for ever, or passes for a session", () => {
    const entry = { sessionId: "own:1", title: "Tea", startsAt: 2, endsAt: 3, room: null, since: 1 };
    const { rows, unread } = judge({
      entries: [entry, { ...entry, endsAt: 1 }, { ...entry, endsAt: 4e12 }, { ...entry, sessionId: "s1" }],
    });
    expect(rows?.entries).toEqual([entry]);
    expect(unread).toEqual({ entries: 3 });
  });

  test("a number that no double holds", () => {
    const read = readBackup(
      frame({ conferences: [conference({ stars: [{ sessionId: "x", starredAt: 5 }] })] }).replace(
        '"starredAt":5',
        '"starredAt":1e999',
      ),
    );
    expect(read).toMatchObject({ ok: true, unread: { stars: 1 } });
  });

  test("a kind that is no list, a setting that is none, a conference with a link to script", () => {
    const source = { address: "javascript:alert(1)", fileName: null, addedAt: 1, since: 1, timeZone: null };
    const read = readBackup(
      frame({
        settings: { layout: "upside down", choices: { theme: "dark" }, singleKeys: false, clock: {} },
        conferences: [
          conference({ notes: "all of them" }),
          conference({ source }),
          conference({ source: { ...source, address: null, timeZone: "Moon/Crater" } }),
          conference({ key: "__proto__" }),
          7,
        ],
      }),
    );
    if (!read.ok) throw new Error(read.reason);
    expect(read.unread).toEqual({ settings: 2, conferences: 4, notes: 1 });
    expect(read.backup.settings).toEqual({ singleKeys: false });
    expect(read.backup.conferences).toHaveLength(1);
  });

  test("fields that nobody knows are passed over, and no prototype is touched", () => {
    const file = frame({ conferences: [conference({ stars: [{ sessionId: "x", starredAt: 1 }] })] }).replace(
      '"sessionId"',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"later":[1],"sessionId"',
    );
    const read = readBackup(file);
    if (!read.ok) throw new Error(read.reason);
    expect(read.backup.conferences[0]?.stars).toEqual([{ sessionId: "x", starredAt: 1 }]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

test("bytes that are no calendar keep nothing but their own conference away", async () => {
  const file = JSON.parse(text);
  for (const base64 of ["%%%", btoa("no calendar"), ""]) {
    file.conferences[1].feed.base64 = base64;
    const db = openTestDb();
    await putOwn(db);
    const before = await everythingIn(db);
    const plan = await planFor(db, JSON.stringify(file));
    expect(plan.conferences.map(({ key }) => key)).toEqual(["home", null]);
    expect(plan.conferences[1]?.reason).toMatch(/\.$/);
    expect(await everythingIn(db)).toEqual(before);
    await restore(db, plan, "replace");
    expect(await db.stars.count()).toBe(2);
    expect(await db.settings.get("shown")).toBeUndefined();
  }
});

test("where the storage does not take it, nothing has changed", async () => {
  const db = openTestDb();
  await putOwn(db);
  const plan = await planFor(db, text);
  const before = await everythingIn(db);
  db.sources.hook("creating", () => {
    throw new Error("QuotaExceededError");
  });
  await expect(restore(db, plan, "replace")).rejects.toThrow();
  expect(await everythingIn(db)).toEqual(before);
});
