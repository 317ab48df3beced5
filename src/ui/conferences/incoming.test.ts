import { expect, test } from "vitest";
import { isCalendarLike, ofText } from "./incoming";

test("shared or pasted words are a calendar, an address, or nothing of use", () => {
  expect(ofText("\ufeffBEGIN:VCALENDAR\nEND:VCALENDAR")).toMatchObject({ kind: "file" });
  expect(ofText("Our programme: webcal://a.example/x.ics (new!)")).toMatchObject({
    address: "webcal://a.example/x.ics",
  });
  expect(ofText("file:///home/me/x.ics")).toMatchObject({ kind: "address" });
  expect(ofText("Mine: https://a.example/#/agenda/take/Ab-_c.zD See you")).toEqual({
    kind: "agenda",
    hash: "#/agenda/take/Ab-_c.zD",
  });
  expect(ofText("see you there")).toEqual({ kind: "words" });
});

test("a pasted page's address is no calendar's, wherever it is pasted", () => {
  expect(isCalendarLike("https://a.example/x.ics?year=2030")).toBe(true);
  expect(isCalendarLike("BEGIN:VCALENDAR")).toBe(true);
  expect(isCalendarLike("https://a.example/#/agenda/take/Abc")).toBe(true);
  expect(isCalendarLike("https://a.example/programme")).toBe(false);
  expect(isCalendarLike("the file https://a.example/x.ics")).toBe(false);
});
