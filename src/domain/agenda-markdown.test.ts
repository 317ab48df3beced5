import { expect, test } from "vitest";
import { agendaMarkdown } from "./agenda-markdown";
import { linkMarkdown, plainMarkdown, quotedMarkdown } from "./plain-markdown";
import { NO_REMARKS } from "./remarks";
import { sampleConference, sampleSession } from "./sample";
import { DAY, HOUR } from "./time";
import { ratedVisit, type Visit } from "./visit";

const one = sampleSession({ url: "https://example.org/pencils" });
const { startsAt } = one;
const two = sampleSession({ id: "s2", title: "Lunch", kind: "break", startsAt: startsAt + HOUR, room: null });
const three = sampleSession({ id: "s3", title: "Ink", startsAt: startsAt + DAY, day: "2030-05-22" });
const gone = sampleSession({ id: "s4", title: "Quills", startsAt: startsAt + 2 * HOUR });
const conference = {
  ...sampleConference([one, two, three]),
  gone: [{ ...gone, status: "CANCELLED", goneAt: startsAt - DAY }],
};

test("the whole agenda: days, times, rooms, links, marks and notes, starred or not, gone or not", () => {
  const notes = new Map([
    ["s1", "# Mine\n\n- soft *and* hard\n- `Vec<String>`\n"],
    ["s3", "  "],
    ["s4", "Why was it dropped?"],
    ["lost", "Of a session that nobody knows"],
  ]);
  const visits = new Map<string, Visit>([
    ["s1", ratedVisit("s1", 4)],
    ["s2", { sessionId: "s2", was: "skipped", rating: null }],
  ]);
  expect(agendaMarkdown(conference, new Set(["s1", "s4"]), { notes, visits })).toBe(
    `# Pencil Days agenda

Oslo time (CEST)

## Tuesday 21 May

### 14:00–14:30 ★ Sharpening pencils

Hall H · Seen · 4 of 5 · <https://example.org/pencils>

> # Mine
>
> - soft *and* hard
> - \`Vec<String>\`

### 15:00–15:30 Lunch

Skipped

### 16:00–16:30 ★ Quills

No longer in the schedule · Hall H

> Why was it dropped?

## No longer in the schedule

### lost

> Of a session that nobody knows
`,
  );
});

test("with nothing said there is a name and nothing else", () => {
  expect(agendaMarkdown(conference, new Set(), NO_REMARKS)).toBe("# Pencil Days agenda\n");
});

test("a title that looks like Markdown stays a title", () => {
  const title = "# [A](javascript:x) <script>`*_~|\n\n## Day & \\ &amp; #";
  const hostile = { ...sampleConference([{ ...one, title, room: "1. > x\u2028y" }]), name: "A\n# B" };
  const text = agendaMarkdown(hostile, new Set(["s1"]), NO_REMARKS);
  expect(text.split("\n").filter((line) => line.startsWith("#"))).toEqual([
    "# A \\# B agenda",
    "## Tuesday 21 May",
    "### 14:00–14:30 ★ \\# \\[A\\](javascript:x) \\<script\\>\\`\\*\\_\\~\\| \\#\\# Day \\& \\\\ \\&amp; \\#",
  ]);
  expect(text).toContain("1\\. \\> x y · <https://example.org/pencils>");
});

test.each([
  ["- a", "\\- a"],
  ["12) a", "12\\) a"],
  ["2.5 a", "2\\.5 a"],
  ["===", "\\==="],
  [" a\tb\r\nc ", "a b c"],
])("%o is said as %o", (words, markdown) => expect(plainMarkdown(words)).toBe(markdown));

test("an address ends neither its link nor its line", () => {
  expect(linkMarkdown("https://example.org/a b>\n# c")).toBe("<https://example.org/a%20b%3E%0A#%20c>");
});

test.each([
  ["a line\r\n\r\n# another\rand one", "> a line\n>\n> # another\n> and one"],
  ["</blockquote><h1>Mine", "> \\</blockquote>\\<h1>Mine"],
  ["<!-- <https://example.org> 1 < 2 <3", "> \\<!-- <https://example.org> 1 < 2 <3"],
  ["\\<b>", "> \\<b>"],
  ["\\\\<b>", "> \\\\\\<b>"],
  ["Option<T> and `Option<T>` and ``a`<b>``", "> Option\\<T> and `Option<T>` and ``a`<b>``"],
  ["```rust\nVec<T>\n   ```\nVec<T>", "> ```rust\n> Vec<T>\n>    ```\n> Vec\\<T>"],
  ["~~~\nVec<T>", "> ~~~\n> Vec<T>"],
  // Where it ends code is not sure: none of it counts as code.
  ["a ` b\n`<b>` c\n\n`<b>`", "> a ` b\n> `\\<b>` c\n>\n> `<b>`"],
  ["- ```\n<b>", "> - ```\n> \\<b>"],
  ["\\`<b>`", "> \\`\\<b>`"],
])("the note %o stays in its block", (note, markdown) => expect(quotedMarkdown(note)).toBe(markdown));
