import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "./base64";

test("bytes come back as they were, however many", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat(3), (bytes, more) => {
      const long = new Uint8Array([...new Uint8Array(24_576 - bytes.length + more), ...bytes]);
      for (const one of [bytes, long]) expect(fromBase64(toBase64(one))).toEqual(new Uint8Array(one));
      expect(toBase64(long)).toBe(Buffer.from(long).toString("base64"));
    }),
    { numRuns: 40 },
  );
  expect(fromBase64("%")).toBeNull();
});
