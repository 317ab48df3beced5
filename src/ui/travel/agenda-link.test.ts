import { describe, expect, test, vi } from "vitest";
import { encodeAgenda } from "../../domain/agenda-code";
import { sampleConference, sampleSession } from "../../domain/sample";

vi.mock("../base-path", () => ({ BASE: "/event/" }));
vi.stubGlobal("location", { origin: "https://example.org" });
const { linkOf, readLink } = await import("./agenda-link");

const agenda = encodeAgenda(sampleConference([sampleSession()]), new Set(["s1"]), "names");
const link = linkOf({ agenda, extras: "zabc" });

describe("a link to an agenda", () => {
  test("has everything behind the #, below where the app is served", () => {
    expect(link).toBe(`https://example.org/event/#/agenda/take/${agenda}.zabc`);
  });

  test.each([
    ["as it is", link],
    ["among words", `Here is mine: ${link} – see you!`],
    ["broken into lines", `> ${link.slice(0, 50)}\n${link.slice(50, 60)}\n${link.slice(60)}`],
    ["of another host", link.replace("example.org", "example.com")],
    ["its letters alone", ` ${agenda}.zabc\n`],
  ])("is found %s", (_, text) => {
    expect(readLink(text)).toMatchObject({ code: { conference: "Pencil Days" }, extras: "zabc" });
  });

  test.each([
    ["nothing", ""],
    ["nothing", "https://example.org/#/agenda"],
    ["broken", link.slice(0, -12)],
    ["too large", "x".repeat(5_000_000)],
  ])("is %s where there is none", (trouble, text) => {
    expect(readLink(text)).toBe(trouble);
  });
});
