import ICAL from "ical.js";

interface TextType {
  fromICAL(value: string): string;
  toICAL(value: string): string;
}

const { value, param, property } = ICAL.design.icalendar as unknown as {
  value: { text: TextType };
  param: Record<string, unknown>;
  property: Record<string, unknown>;
};

const TEXT = { defaultType: "text" };

/** Several texts on one line. ical.js would take the comma behind an escaped backslash for an escaped comma. */
const LIST = {
  fromICAL: (line: string) =>
    (line.match(/(?:[^,\\]|\\.|\\$)+/g) ?? []).map((text) => value.text.fromICAL(text)),
  toICAL: (texts: readonly string[]) => texts.map((text) => value.text.toICAL(text)).join(","),
};

/**
 * How ical.js reads and writes our lines: it splits parameters and values and (un)escapes texts, and
 * leaves dates, durations, rules and numbers as they stand in the file. Its own reading of those goes by
 * character positions, so that `20260230`, `…+0530` and `Next week` would become times without a word.
 * It also learns here the calendar's names, which it would not unescape.
 */
export const FEED_DESIGN = {
  value: { text: value.text, list: LIST },
  param,
  propertyGroups: false,
  property: {
    ...property,
    categories: { defaultType: "list" },
    name: TEXT,
    "timezone-id": TEXT,
    "styled-description": TEXT,
    "x-alt-desc": TEXT,
    "x-wr-calname": TEXT,
    "x-wr-caldesc": TEXT,
    "x-wr-timezone": TEXT,
  },
};
