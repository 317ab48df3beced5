import { describe, expect, test } from "vitest";
import { MINUTE } from "../domain/time";
import { type ParseOptions, parseFeed } from "./parse-feed";

const event = (uid: string, more: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:${uid}`, ...more, "END:VEVENT"].join("\r\n");
const alarm = (trigger: string, action = "DISPLAY") =>
  `BEGIN:VALARM\r\nACTION:${action}\r\nTRIGGER:${trigger}\r\nEND:VALARM`;
const at = "DTSTART:20300521T090000Z";

const FEED = Buffer.from(
  [
    "BEGIN:VCALENDAR",
    "NAME:Pencil Days",
    event("plain", [at, "DESCRIPTION:1 < 2 and *stars*"]),
    event("own", [at, alarm("-PT5M")]),
    event("mail", [at, alarm("-PT5M", "EMAIL")]),
    event("day", ["DTSTART;VALUE=DATE:20300521"]),
    event("weekly", [at, "RRULE:FREQ=DAILY;COUNT=2"]),
    event("html", [at, "DESCRIPTION:<p>Bold <b>words</b></p>"]),
    event("dismissed", [at, alarm("-PT5M\r\nACKNOWLEDGED:20300521T085900Z")]),
    "END:VCALENDAR",
  ].join("\r\n"),
);

const read = (options: ParseOptions) => {
  const result = parseFeed(FEED, options);
  if (!result.ok) throw new Error(result.reason);
  return result;
};
const of = (options: ParseOptions, uid: string) =>
  read(options).conference.sessions.filter((session) => session.uid === uid);

describe("what an organiser says", () => {
  test("of the name stands in the feed's place", () => {
    expect(read({ name: "Pencils" }).conference.name).toBe("Pencils");
    expect(read({}).conference.name).toBe("Pencil Days");
  });

  test("of the lead time is the alarm of sessions that have none which can ring", () => {
    const lead = { related: "start", offset: -15 * MINUTE };
    for (const uid of ["plain", "mail", "html"])
      expect(of({ leadMinutes: 15 }, uid)[0]?.alarms).toEqual([lead]);
    expect(of({ leadMinutes: 15 }, "weekly").map(({ alarms }) => alarms)).toEqual([[lead], [lead]]);
    expect(of({ leadMinutes: 15 }, "own")[0]?.alarms).toEqual([{ related: "start", offset: -5 * MINUTE }]);
    for (const uid of ["day", "dismissed"]) expect(of({ leadMinutes: 15 }, uid)[0]?.alarms).toEqual([]);
    expect(of({}, "plain")[0]?.alarms).toEqual([]);
  });

  test("of the descriptions holds, whatever they look like", () => {
    const written = (options: ParseOptions, uid: string) => read(options).details.sessions[uid]?.description;
    expect(written({}, "html")).toBe("Bold **words**");
    expect(written({ descriptionFormat: "markdown" }, "html")).toBe("<p>Bold <b>words</b></p>");
    expect(written({ descriptionFormat: "plain" }, "html")).toBe("<p>Bold <b>words</b></p>");
    expect(written({ descriptionFormat: "html" }, "plain")).toBe("1 < 2 and *stars*");
    expect(read({ descriptionFormat: "plain" }).conference.descriptions).toBe("plain");
    expect(read({ descriptionFormat: "html" }).conference.descriptions).toBeUndefined();
  });
});
