import ICAL from "ical.js";

const { value, param, property } = ICAL.design.icalendar as unknown as {
  value: Record<string, unknown>;
  param: Record<string, unknown>;
  property: Record<string, unknown>;
};

const TEXT = { defaultType: "text" };

/**
 * How ical.js reads and writes our lines: it splits parameters and values and (un)escapes texts, and
 * leaves dates, durations, rules and numbers as they stand in the file. Its own reading of those goes by
 * character positions, so that `20260230`, `…+0530` and `Next week` would become times without a word.
 * It also learns here the calendar's names, which it would not unescape.
 */
export const FEED_DESIGN = {
  value: { text: value.text },
  param,
  propertyGroups: false,
  property: {
    ...property,
    name: TEXT,
    "timezone-id": TEXT,
    "x-wr-calname": TEXT,
    "x-wr-caldesc": TEXT,
    "x-wr-timezone": TEXT,
  },
};
