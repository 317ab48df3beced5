import { expect, test } from "vitest";
import { type InfoPiece, infoWords } from "./info-words";

const told = (piece: InfoPiece): string => {
  if (piece.kind === "link") return `[${piece.text} → ${piece.href}]`;
  return piece.kind === "copy" ? `[copy ${piece.text}]` : piece.text;
};
const read = (text: string) => infoWords(text).map((paragraph) => paragraph.map(told).join(""));

test("an empty line parts paragraphs, and other breaks of lines stay", () => {
  expect(read("Hall 1\nHall 2\r\n \r\n\r\nLift\n")).toEqual(["Hall 1\nHall 2", "Lift"]);
  expect(read(" \n\n ")).toEqual([]);
});

test.each([
  ["See https://example.org/map.", "See [https://example.org/map → https://example.org/map]."],
  ["(https://example.org/a_(b))", "([https://example.org/a_(b) → https://example.org/a_(b)])"],
  ["(https://example.org/)", "([https://example.org/ → https://example.org/])"],
  ["Mail help@example.org, please", "Mail [help@example.org → mailto:help@example.org], please"],
  ["Call +91 80 1234-5678.", "Call [+91 80 1234-5678 → tel:+918012345678]."],
  ["Fire: tel:101", "Fire: [101 → tel:101]"],
  ["Balance: tel:*123#", "Balance: [*123# → tel:*123%23]"],
  ["Network: `Hall A`, password `a b+c`", "Network: [copy Hall A], password [copy a b+c]"],
  ["`https://example.org`", "[copy https://example.org]"],
])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

test.each([
  "From 2030-05-21 to 22, 10:30–11:15",
  "Password: 12345678",
  "Room 12, 3rd floor; 1+1234567890x",
  "javascript:alert(1)",
  "an ` alone",
  "someone@somewhere",
])("nothing in “%s” is a link", (text) => expect(read(text)).toEqual([text]));
