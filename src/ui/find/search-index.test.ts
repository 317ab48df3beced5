import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseFeed } from "../../feed/parse-feed";
import { findables } from "./findables";
import { type Findable, type Hit, indexSessions } from "./search-index";

const feed = parseFeed(readFileSync(new URL("../../../public/schedule.ics", import.meta.url)));
if (!feed.ok) throw new Error(feed.reason);
const { sessions } = feed.conference;
const { find: ask } = indexSessions(findables(sessions, feed.details.sessions));
const find = (words: string) => ask({ words, within: null, most: 100 });
const found = (words: string) =>
  find(words).map(({ id }) => sessions.find((session) => session.id === id) ?? expect.fail(id));
const marked = (pieces: Hit["title"]) =>
  pieces?.flatMap((piece) => (piece.marked ? [piece.text] : [])) ?? null;

describe("the conference's own feed", () => {
  const titled = (words: RegExp) => expect.objectContaining({ title: expect.stringMatching(words) });

  test("embeded: a slip finds the talk on embedded systems first, marked", () => {
    expect(found("embeded")[0]).toEqual(titled(/embedded systems/i));
    expect(marked(find("embeded")[0]?.title ?? null)).toEqual(["embedded"]);
  });

  test("kafka: the talk that has it in its title, first", () => {
    expect(found("kafka")[0]).toEqual(titled(/kafka/i));
    expect(found("KAFK")[0]).toEqual(titled(/kafka/i));
    expect(found("kafak")[0]).toEqual(titled(/kafka/i));
  });

  test("niko: the keynote whose description names its speaker, alone, with the name in context", () => {
    expect(found("niko").map(({ kind }) => kind)).toEqual(["keynote"]);
    const context = find("niko")[0]?.context ?? [];
    expect(marked(context)).toEqual(["Niko"]);
    expect(context.map(({ text }) => text).join("")).toMatch(/^Submitted on behalf of Niko \S+/);
  });

  test("bof: both of them, and nothing else before them", () => {
    const bofs = sessions.filter(({ kind }) => kind === "bof");
    expect(bofs).toHaveLength(2);
    expect(new Set(found("bof").slice(0, 2))).toEqual(new Set(bofs));
    expect(new Set(found("birds of a feather"))).toEqual(new Set(bofs));
  });

  test("e6: what is in the room of that name, workshops before their breaks, then who writes of it", () => {
    const rooms = found("e6").map(({ room, kind }) => [room?.slice(0, 2), kind]);
    expect(rooms.slice(0, 9)).toEqual([
      ...Array(5).fill(["e6", "workshop"]),
      ...Array(4).fill(["e6", "break"]),
    ]);
    expect(rooms.length).toBeGreaterThan(9);
    expect(rooms.slice(9).some(([room]) => room === "e6")).toBe(false);
    expect(marked(find("e6")[0]?.context ?? null)?.[0]).toMatch(/^e6/);
    expect(found("room b").map(({ kind }) => kind)).toContain("keynote");
  });

  test("a title before a description, and all words of a query together", () => {
    expect(found("cache")[0]).toEqual(titled(/concurrent cache/));
    expect(found("workshop type").map(({ title }) => title)).toEqual([expect.stringMatching(/type system/)]);
    expect(found("10 min talk").length).toBeGreaterThan(0);
    expect(
      found("lunch")
        .slice(0, 2)
        .map(({ kind }) => kind),
    ).toEqual(["break", "break"]);
  });

  test("nothing for what nothing is like, and for no words", () => {
    expect(found("xylophone")).toEqual([]);
    expect(found("")).toEqual([]);
    expect(found(" – ")).toEqual([]);
  });

  test("titles and contexts are looked up for the first hits among those asked for alone", () => {
    const [first, second, third] = find("rust").map(({ id }) => id) as [string, string, string];
    const hits = ask({ words: "rust", within: new Set([second, third]), most: 1 });
    expect(hits.map(({ id }) => id).slice(0, 3)).toEqual([first, second, third]);
    expect(hits.filter(({ title, context }) => title || context).map(({ id }) => id)).toEqual([second]);
  });
});

describe("a feed of many scripts", () => {
  const session = (id: string, title: string, more: Partial<Findable> = {}): Findable => ({
    id,
    title,
    kind: "",
    place: "",
    letter: "",
    categories: "",
    description: "",
    note: "",
    pause: false,
    ...more,
  });
  const { find: search } = indexSessions([
    session("hindi", "कविता की शाम", { description: "हिन्दी में कविता पाठ" }),
    session("hindi-text", "Evening", { description: "यहाँ **कविताएँ** पढ़ी जाएँगी।" }),
    session("chinese", "分布式数据库的未来"),
    session("chinese-text", "Night", { description: "我们会谈到数据库和很多别的东西,也喝茶。" }),
    session("japanese", "プログラミング言語の設計"),
    session("thai", "การออกแบบฐานข้อมูล"),
    session("korean", "러스트로 만드는 데이터베이스"),
    session("accents", "Crème brûlée for Łódź", { place: "Größe" }),
    session("names", "DataFusion and C++"),
    session("kannada", "ಕನ್ನಡದಲ್ಲಿ ಪ್ರೋಗ್ರಾಮಿಂಗ್"),
    session("arabic", "مستقبل البرمجة"),
  ]);
  const hits = (words: string) => search({ words, within: null, most: 100 });
  const ids = (words: string) => hits(words).map(({ id }) => id);

  test.each([
    ["कविता", ["hindi", "hindi-text"]],
    ["कवि", ["hindi", "hindi-text"]],
    ["हिंदी", ["hindi"]],
    ["数据库", ["chinese", "chinese-text"]],
    ["数据", ["chinese", "chinese-text"]],
    ["库", ["chinese", "chinese-text"]],
    ["茶", ["chinese-text"]],
    ["言語", ["japanese"]],
    ["プログラム", []],
    ["ログラミング", ["japanese"]],
    ["ข้อมูล", ["thai"]],
    ["데이터", ["korean"]],
    ["creme brulee", ["accents"]],
    ["BRÛLÉE", ["accents"]],
    ["lodz", ["accents"]],
    ["grosse", ["accents"]],
    ["fusion", ["names"]],
    ["datafusion", ["names"]],
    ["DataFusion", ["names"]],
    ["c++", ["names"]],
    ["ಕನ್ನಡ", ["kannada"]],
    ["البرمجة", ["arabic"]],
  ])("%s", (words, expected) => expect(ids(words)).toEqual(expected));

  test("vowel signs tell words apart", () => {
    // Without its signs the first word would be found by the second.
    expect(ids("कवता")).not.toEqual(ids("कविता"));
  });

  test("what was found is marked, and no more", () => {
    expect(marked(hits("数据库")[0]?.title ?? null)).toEqual(["数据库"]);
    expect(marked(hits("库")[0]?.title ?? null)).toEqual(["库"]);
    expect(marked(hits("कवि")[1]?.context ?? null)).toEqual(["कविताएँ"]);
    expect(marked(hits("brulee")[0]?.title ?? null)).toEqual(["brûlée"]);
  });
});

test("a context is short, whole words, and where the most words of the query stand together", () => {
  const filler = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ".repeat(20);
  const { find: search } = indexSessions([
    {
      id: "long",
      title: "Long",
      kind: "",
      place: "",
      letter: "",
      categories: "",
      description: `pencil first. ${filler}Then a **pencil** and a [ruler](https://x.example/ruler) lie there. ${filler}`,
      note: "",
      pause: false,
    },
  ]);
  const context = search({ words: "ruler pencil", within: null, most: 1 })[0]?.context ?? [];
  const text = context.map((piece) => piece.text).join("");
  expect(marked(context)).toEqual(["pencil", "ruler"]);
  expect(text).toMatch(/^…\u00a0\S.* Then a pencil and a ruler lie there\. .*\S\u00a0…$/);
  expect(text.length).toBeLessThan(220);
});

test("a note finds its session, behind titles and before descriptions; another text takes its place", () => {
  const written = sessions[3]?.id ?? "";
  const notes = new Map([[written, "Ask about kafka\nand zeppelins"]]);
  const index = indexSessions(findables(sessions, feed.details.sessions, notes));
  const hits = (words: string) => index.find({ words, within: null, most: 100 });
  expect(hits("zeppelin").map(({ id }) => id)).toEqual([written]);
  expect(marked(hits("zeppelin")[0]?.note ?? null)).toEqual(["zeppelins"]);
  const ofKafka = hits("kafka").map(({ id }) => id);
  const titled = ofKafka.filter((id) => /kafka/i.test(sessions.find((one) => one.id === id)?.title ?? ""));
  expect(ofKafka.indexOf(written)).toBe(titled.length);
  index.setNote(written, "Airships");
  expect(hits("zeppelin")).toEqual([]);
  expect(hits("airship").map(({ id }) => id)).toEqual([written]);
  index.setNote(sessions[4]?.id ?? "", "airships too");
  expect(hits("airship")).toHaveLength(2);
  index.setNote(written, "");
  index.setNote("nowhere", "airships");
  expect(hits("airship").map(({ id }) => id)).toEqual([sessions[4]?.id]);
});
