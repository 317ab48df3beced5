import { expect, test } from "vitest";
import { HOME } from "./home";
import { readNote, readNotes, writeNote } from "./notes";
import { openTestDb } from "./open-test-db";

const write = (db: ReturnType<typeof openTestDb>, base: string, text: string) =>
  writeNote(db, HOME, "s1", { base, text });

test("a note is kept as it was typed, for its own conference, and goes when it is emptied", async () => {
  const db = openTestDb();
  expect(await readNote(db, HOME, "s1")).toBe("");
  await write(db, "", "  two\n\nlines ");
  await writeNote(db, "other", "s1", { base: "", text: "elsewhere" });
  expect(await readNotes(db, HOME)).toMatchObject([{ sessionId: "s1", text: "  two\n\nlines " }]);
  expect((await readNotes(db, HOME))[0]?.editedAt).toBeGreaterThan(0);
  expect(await write(db, "  two\n\nlines ", "")).toBe("");
  expect(await readNotes(db, HOME)).toEqual([]);
  expect(await readNote(db, "other", "s1")).toBe("elsewhere");
});

test("of two that write at the same time neither loses anything", async () => {
  const db = openTestDb();
  await write(db, "", "start");
  const kept = await Promise.all([write(db, "start", "start, one"), write(db, "start", "start, two")]);
  expect(kept).toEqual(["start, one", "start, one\n\nstart, two"]);
  expect(await readNote(db, HOME, "s1")).toBe("start, one\n\nstart, two");
});

test("who empties a note that another has written on does not take that away", async () => {
  const db = openTestDb();
  await write(db, "", "start");
  await write(db, "start", "start and more");
  expect(await write(db, "start", "")).toBe("start and more");
});
