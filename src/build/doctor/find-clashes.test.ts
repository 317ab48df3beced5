import { expect, test } from "vitest";
import { event, examineText, told } from "./examine-text";
import { findClashes } from "./find-clashes";

const room = "Hall";
const at = (title: string, from: string, to: string, more: readonly string[] = []) =>
  event({ title, from: `0901T${from}`, to: `0901T${to}`, room, more });
const clashes = (...events: readonly string[]) => told(findClashes(examineText(events)));

test("two sessions in one room are a clash as long as they overlap, and none where one ends as the other begins", () => {
  expect(clashes(at("A", "0900", "1000"), at("B", "0945", "1030"), at("C", "1030", "1100"))).toEqual([
    "clash 12 B: It overlaps “A” (line 5) in Hall, Sunday 1 September, 09:45–10:00.",
  ]);
  expect(clashes(at("A", "0900", "1000"), at("B", "0900", "1000"))).toHaveLength(1);
});

test("another room, a break, open doors, a cancelled session, an open room and a copy are no clash", () => {
  const talk = at("A", "0900", "1000");
  expect(clashes(talk, event({ title: "B", room: "Attic" }))).toEqual([]);
  expect(clashes(talk, at("Coffee break", "0900", "1000"))).toEqual([]);
  expect(clashes(talk, at("Exhibit hall open", "0900", "1800"))).toEqual([]);
  expect(clashes(talk, at("B", "0900", "1000", ["STATUS:CANCELLED"]))).toEqual([]);
  expect(clashes(talk, at("A", "0900", "1000"))).toEqual([]);
  expect(clashes(event({ title: "A", room: "TBA" }), event({ title: "B", room: "TBA" }))).toEqual([]);
});

test("a block holds its own talks; what overlaps inside of it is a clash all the same", () => {
  const block = at("Short talks", "0900", "1000");
  expect(clashes(block, at("A", "0900", "0920"), at("B", "0920", "0940"))).toEqual([]);
  expect(clashes(block, at("A", "0900", "0920"), at("B", "0910", "0930"))).toHaveLength(1);
  // One that takes up half of the other is no block of talks.
  expect(clashes(at("A", "0900", "1000"), at("B", "0900", "0930"))).toHaveLength(1);
});

test("each session that begins while another is on is told once, and a building is told as one", () => {
  const events = Array.from({ length: 30 }, (_, index) => at(`Talk ${index}`, "0900", "1000"));
  expect(clashes(...events)).toEqual([
    "crowded-room 12 Hall: 29 of its 30 sessions begin while another one is on.",
  ]);
});

test("five thousand sessions that lie in each other take no longer than their number", () => {
  const stamp = (minute: number) =>
    new Date(Date.UTC(2030, 0, 1) + minute * 60_000).toISOString().replace(/[-:]|\.\d+/g, "");
  const events = Array.from(
    { length: 5_000 },
    (_, at) =>
      `BEGIN:VEVENT\nUID:${at}\nSUMMARY:Talk ${at}\nLOCATION:Hall\nDTSTART:${stamp(at)}\nDTEND:${stamp(10_000 - at)}\nEND:VEVENT`,
  );
  const feed = examineText(events);
  const began = performance.now();
  expect(findClashes(feed)).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(1_000);
});
