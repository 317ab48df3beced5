import { expect, test } from "vitest";
import { readRoute } from "./route";

test.each([
  ["/", { view: "schedule", day: null }],
  ["/day/2030-05-21", { view: "schedule", day: "2030-05-21" }],
  ["/day/tomorrow", { view: "schedule", day: null }],
  ["/agenda", { view: "agenda" }],
  ["/changes", { view: "changes" }],
  ["/reminders", { view: "reminders" }],
  ["/search", { view: "search", query: "" }],
  ["/search?q=pencil&day=2030-05-21", { view: "search", query: "q=pencil&day=2030-05-21" }],
  ["/search?q=why?", { view: "search", query: "q=why?" }],
  ["/session/talks%2Fa%40b.example%20%25", { view: "session", id: "talks/a@b.example %" }],
  ["/session/%E0%A4", { view: "session", id: "%E0%A4" }],
  ["/session/", { view: "schedule", day: null }],
  ["/now", { view: "now" }],
  ["/about", { view: "site", page: "about", entry: "" }],
  ["/info/2", { view: "site", page: "info", entry: "2" }],
  // Addresses that will have views of their own show the schedule until then, never an error.
  ["/elsewhere", { view: "schedule", day: null }],
])("%s", (hash, route) => expect(readRoute(hash)).toEqual(route));
