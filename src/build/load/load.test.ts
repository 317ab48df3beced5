import { describe, expect, test } from "vitest";
import { sampleConference, sampleSession } from "../../domain/sample";
import { HOUR, MINUTE, SECOND } from "../../domain/time";
import { MARK, readVisits } from "./access-log";
import { count, crowdTable, volume } from "./crowd-table";
import { storm } from "./storm";
import { readPace } from "./wrk";

describe("the refresh storm", () => {
  const session = sampleSession();
  const conference = sampleConference([{ ...session, endsAt: session.startsAt + 9 * HOUR }]);
  const attendees = 6_000;
  // Every attendee at a place of their own in the five minutes: 20 a second.
  const evenly = () => {
    let at = 0.5;
    return () => at++ / attendees;
  };
  const chances = () => {
    let seed = 1;
    return () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
  };
  const asked = { attendees, conference, keynote: session.startsAt };

  test("comes again as it came where chance has no say, and gets lower where it has", () => {
    const within = 5 * MINUTE;
    const together = storm({ ...asked, within, arrival: evenly(), spread: () => 0 });
    expect([together.opening, together.later]).toEqual([20, 20]);
    const { opening, later } = storm({ ...asked, within, arrival: evenly(), spread: chances() });
    expect(opening).toBe(20);
    // 6,000 in ten to fourteen minutes are about nine a second, with the luck of the busiest one.
    expect(later).toBeLessThan(40);
  });

  test("of a hall that was told to open the app does not come again at once", () => {
    const within = 10 * SECOND;
    const together = storm({ ...asked, within, arrival: evenly(), spread: () => 0 });
    expect([together.opening, together.later]).toEqual([600, 600]);
    expect(storm({ ...asked, within, arrival: evenly(), spread: chances() }).later).toBeLessThan(75);
  });

  test("counts the refreshes of an app that lies open", () => {
    const quiet = { arrival: () => 0, within: 1, spread: () => 0 };
    // The eleventh minute is the first at which ten have passed since the last.
    expect(storm({ ...asked, ...quiet, watched: HOUR + MINUTE }).each).toBe(5);
  });
});

test("visits are read from a server's log", () => {
  const log = `GET / 200 1000 80\nGET /a.js 304 200 80\nGET ${MARK}first 404 1 1\nGET /x 200 5 5\nGET ${MARK}back 404 1 1\n`;
  expect(readVisits(log)).toEqual({
    first: { requests: 2, bytes: 1200, unchanged: 1 },
    back: { requests: 1, bytes: 5, unchanged: 0 },
  });
});

test("what wrk prints is read, with what failed", () => {
  const said = `  Latency Distribution\n     99%    2.50ms\n  Socket errors: connect 1, read 0, write 0, timeout 2\n  Non-2xx or 3xx responses: 3\nRequests/sec:  12345.67\nTransfer/sec:      1.50MB\n`;
  expect(readPace(said)).toEqual({
    perSecond: 12_345.67,
    bytesPerSecond: 1.5 * 2 ** 20,
    slowest: 2.5,
    failed: 6,
  });
  expect(() => readPace("unable to connect")).toThrow(/unable to connect/);
});

const storms = (opening: number, later: number, together: number) => ({ opening, later, together });

test("the table tells requests and bytes of a crowd", () => {
  const visit = { requests: 2, bytes: 1_500, unchanged: 0 };
  const text = crowdTable({
    first: visit,
    back: visit,
    refresh: { ...visit, requests: 1 },
    refreshes: 40,
    crowds: [{ attendees: 1_000, minutes: storms(4, 2, 4), seconds: storms(100, 3, 100) }],
  });
  expect(text.split("\n")[2]).toBe(
    "| 1,000 | 2,000, 1.5 MB | 24,000, 18 MB | 40,000, 60 MB | 8 | 8, 6 kB/s | 2 (4) | 200 | 3 (100) |",
  );
  expect([count(1_234_567), count(45_678), count(3.14), volume(2.5e12)]).toEqual([
    "1.23 million",
    "45,700",
    "3.14",
    "2.5 TB",
  ]);
});
