import { describe, expect, test } from "vitest";
import { decodeBytes } from "./decode-bytes";

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const decoded = (...bytes: number[]): string => decodeBytes(new Uint8Array(bytes)).text;
const FOLD = utf8("\r\n ");

describe("a feed's text", () => {
  test("is whole again where a fold cut a character in two", () => {
    const [first = 0, ...rest] = utf8("é");
    expect(decoded(...utf8("caf"), first, ...FOLD, ...rest, ...utf8("s"))).toBe("cafés");
  });

  test.each(["\n", "\r\n", "\r\r\n", "\r"])("has one kind of line end (%j)", (end) => {
    expect(decoded(...utf8(`a${end}b${end} c${end}\td${end}`))).toBe("a\nbcd\n");
  });

  test("keeps the second space of a fold", () => {
    expect(decoded(...utf8("two\r\n  words"))).toBe("two words");
  });

  test("starts behind the byte order mark", () => {
    expect(decoded(0xef, 0xbb, 0xbf, ...utf8("BEGIN"))).toBe("BEGIN");
    expect(decoded(0xff, 0xfe, 0x42, 0x00, 0xe9, 0x00)).toBe("Bé");
    expect(decoded(0xfe, 0xff, 0x00, 0x42, 0x00, 0xe9)).toBe("Bé");
  });

  test("is windows-1252 where it is not UTF-8, and the report says so", () => {
    const { text, notes } = decodeBytes(new Uint8Array([...utf8("caf"), 0xe9, ...utf8(" "), 0x80]));
    expect(text).toBe("café €");
    expect(notes).toMatchObject([{ level: "guessed" }]);
    expect(decodeBytes(new Uint8Array(utf8("café"))).notes).toEqual([]);
  });
});
