import { expect, test } from "vitest";
import { plainText } from "./plain-text";

test.each([
  ["**Submitted for Ada**\n\nShe will\nspeak.", "Submitted for Ada · She will speak."],
  ["# Heading\n\n- one\n- two `code`", "Heading · one · two code"],
  ["See [the page](https://x.example/a?b=c) and ![a map](m.png).", "See the page and a map."],
  ["At https://x.example/a/very/long/address today", "At x.example today"],
  ["<p>Some <b>markup</b></p>", "Some markup"],
  ["snake_case and 2 * 3 and *this*", "snake_case and 2 3 and this"],
  ["a &amp; b\n---\nc", "a & b · c"],
  ["यहाँ **कविताएँ** हैं", "यहाँ कविताएँ हैं"],
  ["", ""],
])("%j", (markdown, plain) => expect(plainText(markdown)).toBe(plain));
