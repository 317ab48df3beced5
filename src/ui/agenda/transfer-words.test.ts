import { expect, test } from "vitest";
import { currentSpeech, spokenIn } from "../../domain/speech";
import type { Transfer } from "../../domain/transfer";
import { transferWords } from "./transfer-words";

const ROOMS: Transfer = { between: "rooms", from: "Hall H", to: "Attic", minutes: 10, walk: null };

test.each<[Partial<Transfer>, string]>([
  [{}, "10 min to change rooms: Hall H → Attic"],
  [{ between: "venues" }, "10 min to get from Hall H to Attic"],
  [{ walk: 5 }, "10 min to get from Hall H to Attic, about 5 min on foot"],
  [{ walk: 15 }, "10 min to get from Hall H to Attic: not enough, it is about 15 min on foot"],
  [{ minutes: 0 }, "No time to change rooms: Hall H → Attic"],
  [{ minutes: 0, between: "venues" }, "No time to get from Hall H to Attic"],
  [{ minutes: 0, walk: 5 }, "No time to get from Hall H to Attic: it is about 5 min on foot"],
])("%o", (some, words) => expect(transferWords({ ...ROOMS, ...some })).toBe(words));

test("no time is a sentence of its own, which every language orders as it likes", () => {
  const message = "No time to change rooms: {from} → {to}";
  const speech = { ...currentSpeech(), catalogue: { [message]: "{to} ← {from}!" } };
  expect(spokenIn(speech, () => transferWords({ ...ROOMS, minutes: 0 }))).toBe("Attic ← Hall H!");
});
