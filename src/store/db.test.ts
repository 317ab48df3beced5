import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { isClosedStore } from "./closed-store";
import type { Db } from "./db";
import { HOME } from "./home";
import { openStore } from "./open-store";
import { addStar, readStars } from "./stars";

// In memory for all of the library: live queries ask for the browser's database, not for this one's.
let db: Db;
beforeEach(async () => {
  vi.stubGlobal("indexedDB", undefined);
  db = await openStore(import("./db"), "/watched/", () => undefined);
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

const starred = async () => (await readStars(db, HOME)).map(({ sessionId }) => sessionId);

describe("what is watched", () => {
  test("is told at once, and again with each change of it, until nobody listens", async () => {
    const told: string[][] = [];
    const subscription = db.watch(starred).subscribe((ids) => told.push(ids));
    await vi.waitFor(() => expect(told).toEqual([[]]));
    await addStar(db, HOME, "s1", REAL_CLOCK);
    await vi.waitFor(() => expect(told).toEqual([[], ["s1"]]));

    subscription.unsubscribe();
    const later: string[][] = [];
    db.watch(starred).subscribe((ids) => later.push(ids));
    await addStar(db, HOME, "s2", REAL_CLOCK);
    await vi.waitFor(() => expect(later.at(-1)).toEqual(["s1", "s2"]));
    expect(told).toEqual([[], ["s1"]]);
  });

  test("tells what its reading throws", async () => {
    const errors: unknown[] = [];
    const broken = new Error("A mistake of ours");
    const watching = db.watch(async () => {
      throw broken;
    });
    watching.subscribe({ next: () => undefined, error: (error) => errors.push(error) });
    await vi.waitFor(() => expect(errors).toEqual([broken]));
  });

  test("of a closed store can be told from a mistake", async () => {
    db.close({ disableAutoOpen: true });
    const error: unknown = await starred().catch((thrown: unknown) => thrown);
    expect(isClosedStore(error)).toBe(true);
    expect(isClosedStore(new Error("A mistake of ours"))).toBe(false);
  });
});
