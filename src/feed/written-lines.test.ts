import { expect, test } from "vitest";
import type { Session } from "../domain/session";
import { DAY, HOUR, MINUTE } from "../domain/time";
import { writeCalendar } from "./write-calendar";

test("a calendar for other apps reads as people would write it", () => {
  const startsAt = Date.UTC(2030, 5, 1, 8);
  const session: Session = {
    id: "1",
    uid: "1",
    title: "Paper planes",
    kind: "talk",
    sponsored: false,
    startsAt,
    endsAt: startsAt + HOUR,
    allDay: false,
    day: "2030-06-01",
    room: "Hangar",
    venue: "Old Airfield",
    city: "Brno",
    status: "CONFIRMED",
    categories: ["Paper", "Air, hot"],
    alarms: [],
    geo: { latitude: 49.2, longitude: 16.6 },
    url: "https://planes.example/1",
    sequence: 2,
    part: null,
  };
  const entries = [
    {
      session,
      details: {
        summary: "Paper planes",
        description: "",
        location: "",
        links: [
          { kind: "join", url: "https://meet.example/1", label: "Main stage" },
          { kind: "image", url: "https://planes.example/1.png", label: "" },
          { kind: "file", url: "https://planes.example/1.pdf", label: "Plans" },
        ],
      },
      uid: "1@trackside",
      sequence: 7,
      alarms: [
        { related: "start", offset: -10 * MINUTE },
        { related: "end", offset: 0 },
        { related: "none", at: startsAt - DAY },
      ],
    },
  ] as const;
  const text = writeCalendar({
    name: "My, own; agenda",
    timeZone: "Europe/Prague",
    entries,
    writtenAt: Date.UTC(2030, 0, 1, 12),
  });
  expect(text.split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Trackside//Agenda//EN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:My\\, own\\; agenda",
    "X-WR-TIMEZONE:Europe/Prague",
    "BEGIN:VEVENT",
    "UID:1@trackside",
    "DTSTAMP:20300101T120000Z",
    "SEQUENCE:7",
    "DTSTART:20300601T080000Z",
    "DTEND:20300601T090000Z",
    "SUMMARY:Paper planes",
    "LOCATION:Hangar\\, Old Airfield\\, Brno",
    "CATEGORIES:Paper,Air\\, hot",
    "GEO:49.2000000;16.6000000",
    "URL:https://planes.example/1",
    "STATUS:CONFIRMED",
    "CONFERENCE;LABEL=Main stage;FEATURE=VIDEO;VALUE=URI:https://meet.example/1",
    "IMAGE;DISPLAY=BADGE;VALUE=URI:https://planes.example/1.png",
    "ATTACH;FILENAME=Plans:https://planes.example/1.pdf",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Paper planes",
    "TRIGGER:-PT10M",
    "END:VALARM",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Paper planes",
    "TRIGGER;RELATED=END:PT0S",
    "END:VALARM",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Paper planes",
    "TRIGGER;VALUE=DATE-TIME:20300531T080000Z",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});
