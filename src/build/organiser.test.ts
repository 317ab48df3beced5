import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../domain/choices";
import { BuildStop } from "./build-stop";
import { readOrganiser } from "./organiser";
import { editorsSchema } from "./organiser-json-schema";
import { ABOUT, WRITE } from "./organiser-keys";
import { PROJECT } from "./run-step";

const stop = (text: string, folder?: string): string => {
  try {
    readOrganiser(text, folder);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(BuildStop);
    return (error as Error).message;
  }
};

describe("conference.json", () => {
  test.each(["", "  \n", "{}", '\uFEFF{ "$schema": "./conference.schema.json" }'])(
    "an empty one, %j, gives every default",
    (text) =>
      expect(readOrganiser(text)).toMatchObject({
        feed: "public/schedule.ics",
        direct: false,
        dayStartHour: 4,
        colours: {},
        info: [],
        feedOrigins: [],
        languages: LANGUAGES.map(({ language }) => language),
        descriptionFormat: "auto",
      }),
  );

  test("what is said is taken as it is said", () => {
    const words = {
      feed: "webcal://example.org/x.ics",
      name: "Pencil Days",
      shortName: "Pencils",
      logo: "icon.svg",
      colours: { signal: "#c9271b", rooms: ["#1560cf", { light: "#0b7539", dark: "#43d183" }] },
      timeZone: "Asia/Tokyo",
      dayStartHour: 0,
      leadMinutes: 0,
      info: [{ title: "Help", text: "Desk 3", link: "tel:+47123" }],
      feedOrigins: ["https://example.org"],
      languages: ["en", "ur"],
      descriptionFormat: "plain",
    };
    expect(readOrganiser(JSON.stringify(words), "public")).toMatchObject(words);
  });

  test.each([
    [
      '{ "dayStartHour": "six" }',
      /^"dayStartHour" in public\/conference\.json is "six": write a whole number from 0 to 12\.$/,
    ],
    ['{ "dayStartHour": 13 }', /is 13: write a whole number from 0 to 12/],
    [
      '{ "timeZone": "Tokyo" }',
      /"timeZone" .* is "Tokyo": write the name of a zone, such as "Europe\/Paris"/,
    ],
    ['{ "direct": "yes" }', /"direct" .*: write true or false/],
    ['{ "name": 7 }', /"name" .* is 7: write a text/],
    ['{ "feed": "" }', /"feed" .* write a path such as .*, or an address such as/],
    ['{ "colors": {} }', /"colors" .* is no key that is known: it may be .*"colours"/],
    ['{ "openFeeds": true }', /write "feedOrigins": "any" instead/],
    ['{ "colours": { "signal": "red" } }', /"colours\.signal" .* is "red": write a colour such as "#/],
    ['{ "colours": { "rooms": ["#1560cf", "#12"] } }', /"colours\.rooms\[1\]" .* is "#12": write a colour/],
    ['{ "colours": { "sinal": "#c9271b" } }', /"colours\.sinal" .* it may be "paper", "ink", "signal"/],
    [
      '{ "info": [{ "title": "Wi-Fi" }] }',
      /"info\[0\]" .* write a "title", and a "text", a "link" or a "picture"/,
    ],
    ['{ "info": [{ "text": "x" }] }', /"info\[0\]\.title" .* is missing: write a text/],
    [
      '{ "info": [{ "title": "x", "link": "javascript:alert(1)" }] }',
      /"info\[0\]\.link" .* write an address/,
    ],
    [
      '{ "info": [{ "title": "x", "picture": "../secret.png" }] }',
      /"info\[0\]\.picture" .* write the name of a picture/,
    ],
    ['{ "feedOrigins": ["http://example.org"] }', /"feedOrigins\[0\]" .* write an origin/],
    ['{ "languages": ["hi"] }', /"languages" .* write a list of "en" and any other/],
    ['{ "languages": ["en", "tlh"] }', /"languages\[1\]" .* is "tlh": write one of "en", "hi"/],
    ['{ "colours": { "signal": "#f59a92" } }', /"colours\.signal" .* is too faint in the light scheme/],
    ["[]", /has to be one group in braces/],
    ["7", /has to be one group in braces/],
    ['{\n  "name": "x",\n}', /is not JSON: look at line 3/],
    ['{ "name": ', /is not JSON: look at line 1/],
  ])("%s is told with its key and what to write", (text, sentence) => expect(stop(text)).toMatch(sentence));

  test("everything that is wrong is told at once, each once", () =>
    expect(stop('{ "name": 7, "timeZone": 9, "foo": 1, "info": [{}, {}] }').split("\n")).toHaveLength(5));

  test("a picture that is not there is told", () => {
    expect(stop('{ "logo": "nowhere.svg" }', "public")).toMatch(
      /"logo" .* names nowhere\.svg: put that file into public/,
    );
    expect(stop('{ "info": [{ "title": "Map", "picture": "map.png" }] }', "public")).toMatch(
      /"info\[0\]\.picture" .* names map\.png/,
    );
    expect(stop('{ "logo": "icon.svg" }', "public")).toBe("");
  });
});

describe("the schema beside it", () => {
  const written = readFileSync(`${PROJECT}/public/conference.schema.json`, "utf8");

  test("is what the build judges by", () => expect(JSON.parse(written)).toEqual(editorsSchema()));

  test("tells of every key what it is for, and messages what to write", () => {
    const keys = Object.keys(JSON.parse(written).properties);
    expect(Object.keys(ABOUT).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => !(key in WRITE))).toEqual([]);
  });
});
