import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { agendaMarkdown } from "../../domain/agenda-markdown";
import { sampleConference, sampleSession } from "../../domain/sample";

const PIECES = [
  ..."`~#->*_<&[]()!|\\=1. \t\n\r".split(""),
  ...[
    "\n\n",
    "```",
    "~~~",
    "<b>",
    "</h1>",
    "<!--",
    "<https://example.org>",
    "    ",
    "\n---\n",
    "](x)",
    "a",
    "é",
  ],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(""));

const textOf = (node: Nodes): string =>
  "children" in node ? node.children.map(textOf).join("") : "value" in node ? node.value : "";
const typesIn = (node: Nodes): readonly string[] => [
  node.type,
  ...("children" in node ? node.children.flatMap(typesIn) : []),
];
const spaced = (words: string) => words.replace(/\s+/g, " ").trim();

test("whatever titles, rooms and notes hold, the document has its headings, facts and quotations, and no HTML", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (title, room, first, second) => {
      const one = sampleSession({ title: `T ${title}`, room: `R ${room}` });
      const conference = sampleConference([one, { ...one, id: "s2" }]);
      const notes = new Map([
        ["s1", `N ${first}`],
        ["s2", `N ${second}`],
      ]);
      const { children } = fromMarkdown(agendaMarkdown(conference, new Set(), { notes, visits: new Map() }));
      const session = ["heading 3", "paragraph", "blockquote"];
      expect(
        children.map((node) => (node.type === "heading" ? `${node.type} ${node.depth}` : node.type)),
      ).toEqual(["heading 1", "paragraph", "heading 2", ...session, ...session]);
      const [, , , head, facts] = children;
      expect(head && spaced(textOf(head))).toBe(spaced(`14:00–14:30 T ${title}`));
      expect(facts && spaced(textOf(facts))).toBe(spaced(`R ${room}`));
      expect(children.flatMap(typesIn)).not.toContain("html");
    }),
    { numRuns: 500 },
  );
});
