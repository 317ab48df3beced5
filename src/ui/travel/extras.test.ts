import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Extras, NO_EXTRAS, packExtras, unpackExtras } from "./extras";

const instant = fc.integer({ min: -8.64e15, max: 8.64e15 });
const extras: fc.Arbitrary<Extras> = fc.record({
  titles: fc.array(fc.string({ unit: "grapheme", maxLength: 50 }), { maxLength: 20 }),
  notes: fc.array(fc.tuple(fc.nat(500), fc.string({ unit: "grapheme" })), { maxLength: 10 }),
  entries: fc.array(
    fc.record({
      sessionId: fc.uuid().map((id) => `own:${id}`),
      title: fc.string({ minLength: 1, maxLength: 50 }),
      startsAt: instant,
      endsAt: fc.constant(8.64e15),
      room: fc.option(fc.string({ maxLength: 50 })),
    }),
    { maxLength: 5 },
  ),
});

const letters = (said: unknown) => `z${deflateSync(JSON.stringify(said)).toString("base64url")}`;

describe("what is sent beside an agenda", () => {
  test("comes out as it went in, packed or not", async () => {
    await fc.assert(
      fc.asyncProperty(extras, async (sent) => {
        const packed = await packExtras(sent);
        expect(packed === null ? NO_EXTRAS : await unpackExtras(packed)).toEqual(sent);
        if (packed !== null) expect(packed).toMatch(/^z[\w-]+$/);
      }),
      { numRuns: 300 },
    );
    vi.stubGlobal("CompressionStream", undefined);
    const sent = { ...NO_EXTRAS, notes: [[3, "naïve ☕"] as [number, string]] };
    const plain = (await packExtras(sent)) ?? "";
    vi.unstubAllGlobals();
    expect(plain).toMatch(/^j[\w-]+$/);
    expect(await unpackExtras(plain)).toEqual(sent);
  });

  test("is nothing where it is cut off, at whatever letter", async () => {
    const packed =
      (await packExtras({ ...NO_EXTRAS, notes: [[0, "What I thought of it, at some length."]] })) ?? "";
    for (let at = 0; at < packed.length - 1; at += 1)
      expect(await unpackExtras(packed.slice(0, at))).toBeNull();
  });

  test.each([
    ["a list", []],
    ["a note of nobody", { notes: [[0.5, "x"]] }],
    ["a note that is none", { notes: [[0, { toString: "x" }]] }],
    [
      "an entry under a session’s id",
      { entries: [{ sessionId: "s1", title: "x", startsAt: 0, endsAt: 0, room: null }] },
    ],
    [
      "an entry that ends before it begins",
      { entries: [{ sessionId: "own:1", title: "x", startsAt: 2, endsAt: 1, room: null }] },
    ],
    [
      "an entry at no time",
      { entries: [{ sessionId: "own:1", title: "x", startsAt: null, endsAt: 1, room: null }] },
    ],
    ["more notes than anybody has", { notes: Array.from({ length: 5001 }, () => [0, ""]) }],
    ["a title of a book’s length", { titles: ["x".repeat(201)] }],
  ])("is nothing where it holds %s", async (_, said) => {
    expect(await unpackExtras(letters(said))).toBeNull();
  });

  test("of little that unfolds to very much no more is unfolded than is needed to know", async () => {
    const bomb = letters("x".repeat(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await unpackExtras(bomb)).toBeNull();
  });

  test("what a later version adds is passed over", async () => {
    expect(await unpackExtras(letters({ titles: ["a"], moods: [1] }))).toEqual({
      ...NO_EXTRAS,
      titles: ["a"],
    });
  });
});
