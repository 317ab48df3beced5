import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HOME } from "../../store/home";
import { readNote, writeNote } from "../../store/notes";
import { openTestDb } from "../../store/open-test-db";
import { dropUnkept, keepUnkept, storeUnkept, type UnkeptNote, unkeptOf } from "./unkept-notes";

const kept = new Map<string, string>();
const note = (over: Partial<UnkeptNote> = {}): UnkeptNote => ({
  conference: HOME,
  sessionId: "s1",
  base: "a",
  text: "ab",
  ...over,
});

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("what waits is found by its session, newest first, and leaves nothing behind", () => {
  keepUnkept(note());
  keepUnkept(note({ text: "abc" }));
  keepUnkept(note({ sessionId: "s2" }));
  expect(unkeptOf(note())?.text).toBe("abc");
  dropUnkept(note());
  expect(unkeptOf(note())).toBeNull();
  dropUnkept(note({ sessionId: "s2" }));
  expect(kept.size).toBe(0);
});

test("the next visit stores it, beside what has been written since", async () => {
  const db = openTestDb();
  await writeNote(db, HOME, "s1", { base: "", text: "ax" });
  keepUnkept(note());
  keepUnkept(note({ sessionId: "s2", base: "" }));
  await storeUnkept(db);
  expect(await readNote(db, HOME, "s1")).toBe("ax\n\nab");
  expect(await readNote(db, HOME, "s2")).toBe("ab");
  expect(kept.size).toBe(0);
});

test("what the store refuses waits on", async () => {
  const db = openTestDb();
  keepUnkept(note());
  db.close();
  await storeUnkept(db);
  expect(unkeptOf(note())?.text).toBe("ab");
});

test.each(["{", "7", '[["home","s1"],[1,2,3,4],null]'])("%s in its place is nothing", (text) => {
  kept.set("trackside-notes:/", text);
  expect(unkeptOf(note())).toBeNull();
});
