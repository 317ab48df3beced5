import { describe, expect, test } from "vitest";
import { readLocation } from "./read-location";

const GENERATOR = "-//Example//NONSGML Funnel//EN";
const OTHER = "-//Other//EN";
const summary = "Walking in the rain";
const read = (location: string, prodid: string, ...alarmTexts: string[]) =>
  readLocation({ location, summary, alarmTexts, prodid });

describe("LOCATION", () => {
  test("is split where the alarm's text confirms the room, dashes and all", () => {
    const alarm = `${summary} in Attic - north in 5 minutes`;
    expect(read("Attic - north - Old Mill\nBrno\nCZ", OTHER, alarm)).toEqual({
      room: "Attic - north",
      venue: "Old Mill",
      city: "Brno",
    });
  });

  test("is split at the last dash where the generator confirms the form, whatever the alarm says", () => {
    const split = { room: "Attic - north", venue: "Old Mill", city: "Brno" };
    expect(read("Attic - north - Old Mill\nBrno\nCZ", GENERATOR)).toEqual(split);
    expect(read("Attic - north - Old Mill\nBrno", GENERATOR, `${summary} in Cellar in 5 minutes`)).toEqual(
      split,
    );
  });

  test("stays a room where nothing confirms the form", () => {
    const whole = { room: "Room 5 - Ada", venue: null, city: null };
    expect(read("Room 5 - Ada", OTHER)).toEqual(whole);
    expect(read("Room 5 - Ada\nBrno", OTHER, "Reminder")).toEqual(whole);
    expect(read("Room 5 - Ada", OTHER, `${summary} in Room 5 - Ada in 5 minutes`)).toEqual(whole);
  });

  test("is a city where the alarm or the generator names no room", () => {
    const city = { room: null, venue: null, city: "Brno" };
    expect(read("Brno", GENERATOR, `${summary} in 5 minutes`)).toEqual(city);
    expect(read("Brno", GENERATOR)).toEqual(city);
    expect(read("Brno", OTHER, `${summary} in 5 minutes`)).toEqual(city);
    expect(read("Brno", OTHER)).toEqual({ room: "Brno", venue: null, city: null });
  });

  test("is a room without a venue where the alarm names it so", () => {
    expect(read("Attic", GENERATOR, `${summary} in Attic in 5 minutes`)).toEqual({
      room: "Attic",
      venue: null,
      city: null,
    });
  });

  test("may be empty", () => {
    expect(read(" \n ", GENERATOR)).toEqual({ room: null, venue: null, city: null });
  });
});
