import { afterEach, expect, test } from "vitest";
import { ENGLISH, inEnglish, numeral, retold, speak, t } from "./speech";

afterEach(() => speak(ENGLISH));

const PARTS = "{of, plural, one {One part} other {Part {number} of #}}";

test("names are replaced, and what is not there is seen", () => {
  expect(t("{minutes} min to {place}", { minutes: 5, place: "Hall {H}" })).toBe("5 min to Hall {H}");
  expect(t("{nobody} knows")).toBe("{nobody} knows");
});

test("a plural chooses by number, and a case may hold names", () => {
  expect(t(PARTS, { number: 2, of: 4 })).toBe("Part 2 of 4");
  expect(t(PARTS, { number: 1, of: 1 })).toBe("One part");
  expect(t("{n, plural, =0 {none} one {# star} other {# stars}} set", { n: 0 })).toBe("none set");
});

test("a catalogue's own plural rules and digits are used", () => {
  speak({
    language: "hi",
    locale: "hi-u-nu-deva",
    hour12: false,
    catalogue: { "{n, plural, one {# day} other {# days}}": "{n, plural, one {# दिन} other {# दिनों}}" },
  });
  // Hindi counts nothing as one.
  expect(t("{n, plural, one {# day} other {# days}}", { n: 0 })).toBe("० दिन");
  expect(t("{n, plural, one {# day} other {# days}}", { n: 12 })).toBe("१२ दिनों");
});

test("a value keeps its own direction amid a sentence that runs from right to left; figures are left alone", () => {
  const said = () => t("{title} at {time}, {n}", { title: "Open maps (1)", time: "14:15", n: 12 });
  expect(said()).toBe("Open maps (1) at 14:15, 12");
  speak({ language: "ur", locale: "ur", hour12: false, catalogue: {} });
  expect(said()).toBe("\u2068Open maps (1)\u2069 at 14:15, 12");
  expect(t("{time}", { time: "۱۴:۱۵" })).toBe("۱۴:۱۵");
});

test("what has no translation is English; a kept sentence is told again as it stands", () => {
  speak({ ...ENGLISH, catalogue: { "The file is empty.": "Leer." } });
  expect(retold("The file is empty.")).toBe("Leer.");
  expect(retold("{odd")).toBe("{odd");
  expect(t("{odd")).toBe("{odd}");
});

test("numbers of four figures stand together, larger ones are grouped", () => {
  expect([1440, 12000, -0].map(numeral)).toEqual(["1440", "12,000", "0"]);
});

test("a sentence that was kept with a value in it is told again with that value", () => {
  const kept = inEnglish("The server answered {status}.", { status: "500" });
  expect([kept, retold(kept)]).toEqual(["The server answered 500.", "The server answered 500."]);
  speak({
    language: "hi",
    locale: "hi-u-nu-deva",
    hour12: false,
    catalogue: { "The server answered {status}.": "सर्वर ने {status} जवाब दिया।" },
  });
  expect(inEnglish("The server answered {status}.", { status: "500" })).toBe(kept);
  expect(retold(kept)).toBe("सर्वर ने ५०० जवाब दिया।");
  expect(retold("The server is asleep.")).toBe("The server is asleep.");
});
