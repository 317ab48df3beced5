import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CARD_MESSAGES } from "./card-messages";

/** Where cards are put into words. */
const SOURCES = ["./card.ts", "./cards.ts", "./self-test.ts", "../domain/reminder.ts"];

test("the service worker is told every message that a card is made of, and no other", () => {
  const said = SOURCES.flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), "utf8");
    return [...text.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, message]) => message);
  });
  expect([...CARD_MESSAGES].sort()).toEqual([...new Set(said)].sort());
});
