import { expect, test } from "vitest";
import { event, examineText, told } from "./examine-text";
import { findLabels } from "./find-labels";

const labelled = (title: string, labels: string, to = "0901T1000") =>
  told(findLabels(examineText([event({ title, to, more: [`CATEGORIES:${labels}`] })])));

test.each([
  [
    "A title",
    "30 mins talk,Sponsored,SESSION TYPE: 10 MINS TALK",
    "“30 mins talk” and “SESSION TYPE: 10 MINS TALK”; it lasts 1 h.",
  ],
  ["Keynote: A title", "Workshop", "Its title makes it a keynote, but it is labelled “Workshop”."],
  ["Lunch", "Talk", "Its title makes it a break, but it is labelled “Talk”."],
  ["A title", "Workshop,BoF", "It is labelled “Workshop” and “BoF”."],
  ["A title", "90 min talk", "It is labelled “90 min talk”, but lasts 1 h."],
])("%s, labelled %s, is a contradiction", (title, labels, reason) => {
  const [only, ...others] = labelled(title, labels);
  expect(others).toEqual([]);
  expect(only).toMatch(/^labels-contradict 5 /);
  expect(only).toContain(reason);
});

test.each([
  ["A title", "Rust,Beginners,talk"],
  ["Keynote: A title", "Keynotes,30 minute talk"],
  ["Workshop: A title", "Tutorial"],
  ["A title", "30 min talk"],
  ["Sponsored talk: A title", "Sponsored,Talk"],
  ["A title", "lightning-talks,meetup"],
])("%s, labelled %s, is none", (title, labels) => {
  expect(labelled(title, labels)).toEqual([]);
});

test("a label that the app makes nothing of is told", () => {
  expect(labelled("A title", "Keynote")).toEqual([
    "label-not-used 5 A title: It is labelled “Keynote”, and shown as a talk.",
  ]);
  expect(labelled("A title", "Sponsored")).toEqual([
    "label-not-used 5 A title: It is labelled “Sponsored”, but not marked as sponsored.",
  ]);
});
