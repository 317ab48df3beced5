import { describe, expect, test } from "vitest";
import { type Choices, FIRST_CHOICES, speechFor } from "./choices";

const speech = (languages: readonly string[], choices: Partial<Choices> = {}) =>
  speechFor({ ...FIRST_CHOICES, ...choices }, languages);

describe("the language", () => {
  test.each([
    [["kn-IN", "en-IN"], "kn"],
    [["fr-FR", "ur", "hi"], "ur"],
    [["fr-FR"], "en"],
    [[], "en"],
  ] as const)("%j: %s", (languages, language) => expect(speech(languages).language).toBe(language));

  test("what was chosen goes before the device's", () =>
    expect(speech(["kn-IN"], { language: "hi" }).language).toBe("hi"));

  test("English writes dates one way, whoever reads it; others as the device's own tag has them", () => {
    expect(speech(["en-IN"]).locale).toBe("en-GB");
    expect(speech(["ur-IN"]).locale).toBe("ur-IN");
    expect(speech(["en-IN"], { language: "ur" }).locale).toBe("ur");
    expect(speech(["hi_IN!", "hi"]).locale).toBe("hi");
  });
});

describe("the clock", () => {
  test.each([
    [["en-GB"], false],
    [["en-IN"], true],
    [["hi-IN"], true],
    [["de-DE"], false],
    // A browser that nobody has set up.
    [["en-US", "en"], false],
    [["en-US"], false],
    [["en-US-u-hc-h12"], true],
  ] as const)("%j: 12 hours %s", (languages, hour12) => expect(speech(languages).hour12).toBe(hour12));

  test("by choice", () => {
    expect(speech(["en-GB"], { clock: "12" }).hour12).toBe(true);
    expect(speech(["en-US"], { clock: "24" }).hour12).toBe(false);
  });
});

describe("the digits", () => {
  const twelve = (languages: readonly string[], digits: Choices["digits"]) =>
    new Intl.NumberFormat(speech(languages, { digits }).locale).format(12);

  test.each([
    ["hi-IN", "own", "१२"],
    ["kn", "own", "೧೨"],
    ["ur-IN", "auto", "۱۲"],
    ["ur-PK", "auto", "12"],
    ["ur-PK", "own", "۱۲"],
    ["ur-IN", "latin", "12"],
    ["hi-IN-u-nu-deva", "auto", "१२"],
    ["hi-IN-u-nu-deva", "latin", "12"],
    ["en-GB", "own", "12"],
  ] as const)("%s, %s: %s", (tag, digits, words) => expect(twelve([tag], digits)).toBe(words));
});
