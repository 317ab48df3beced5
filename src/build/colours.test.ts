import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BuildStop } from "./build-stop";
import { TOKENS, themeOf, withColours } from "./colours";
import { paperOf } from "./paper";
import { colourTokens, contrastOf, hexOf, type Scheme } from "./read-tokens";

const css = readFileSync(TOKENS, "utf8");

const stop = (colours: Parameters<typeof themeOf>[0]): string => {
  try {
    themeOf(colours);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(BuildStop);
    return (error as Error).message;
  }
};

const colour = (theme: string, token: string, scheme: Scheme) =>
  colourTokens(theme, scheme).get(token) ?? [0, 0, 0];

describe("an organiser's colours", () => {
  test("without any, the theme stays as it is", () => expect(themeOf({})).toBe(css));

  test("stand where the theme's own stood, one for each scheme", () => {
    const theme = themeOf({
      signal: { light: "#8a1f6b", dark: "#ff9ad8" },
      rooms: [{ light: "#0b4f8a", dark: "#7cc0ff" }],
    });
    expect(hexOf(colour(theme, "--signal", "light"))).toBe("#8a1f6b");
    expect(hexOf(colour(theme, "--hue-0", "dark"))).toBe("#7cc0ff");
    expect(hexOf(colour(theme, "--hue-1", "dark"))).toBe(hexOf(colour(css, "--hue-1", "dark")));
  });

  test("one that is given alone stays by day, and is bright enough by night", () => {
    const theme = themeOf({ signal: "#8a1f6b", rooms: ["#0b4f8a"] });
    expect(hexOf(colour(theme, "--signal", "light"))).toBe("#8a1f6b");
    for (const token of ["--signal", "--hue-0"]) {
      const [night, paper] = [colour(theme, token, "dark"), colour(theme, "--paper", "dark")];
      expect(contrastOf(night, paper)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([
    [
      { signal: "#f59a92" },
      /^"colours\.signal" .* too faint in the light scheme: #f59a92 .* 4\.5 is needed\. Write #\w{6}/,
    ],
    [{ rooms: ["#1560cf", "#ffe066"] }, /^"colours\.rooms\[1\]" .* too faint in the light scheme/],
    [{ star: { light: "#a86400", dark: "#3a2a00" } }, /^"colours\.star" .* too faint in the dark scheme/],
    [{ ink: { light: "#999999", dark: "#f4f2ea" } }, /^"colours\.ink" .* too faint in the light scheme/],
    [{ paper: { light: "#0d1119", dark: "#0d1119" } }, /^"colours\.ink" .* or another ground/m],
  ])("%j stops the build, with the key and what to write", (colours, sentence) =>
    expect(stop(colours)).toMatch(sentence),
  );

  test("those of the theme give way where the organiser's ground would make them faint", () => {
    const paper = { light: "#fff1dd", dark: "#2a2a33" };
    expect(stop({ paper })).toBe("");
    const theme = themeOf({ paper });
    expect(colour(theme, "--star", "light")).not.toEqual(colour(css, "--star", "light"));
    expect(colour(theme, "--ink", "light")).toEqual(colour(css, "--ink", "light"));
  });

  test("what the message says to write is taken", () => {
    const [, written = ""] = /Write (#\w{6})/.exec(stop({ signal: "#f59a92" })) ?? [];
    expect(stop({ signal: { light: written, dark: "#ff7657" } })).toBe("");
  });

  test("colour the browser's own frame and the icon's ground as well", () =>
    expect(paperOf("light", { paper: { light: "#fff8f0", dark: "#101010" } })).toBe("#fff8f0"));

  test("each token is written once, and no other", () => {
    const written = withColours(css, { star: "#a86400" });
    expect(written.split("\n")).toHaveLength(css.split("\n").length);
    expect(written.match(/#a86400, #/g)).toHaveLength(3);
  });
});
