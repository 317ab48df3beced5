import { deflateSync } from "node:zlib";
import { encodeAgenda, sealed } from "../src/domain/agenda-code";
import { sampleConference, sampleSession } from "../src/domain/sample";
import { expect, test } from "./fixtures";
import { EMBEDDED, openApp, star } from "./reminder-steps";
import { agendaTitles, copiedLink, preview, said } from "./travel-steps";

test.describe("what is no agenda", () => {
  const HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>";
  const letters = (name: string) => (link: string) => link.replace(/\/take\/.*/, `/take/${name}`);
  const foreign = { ...sampleConference([sampleSession({ id: "x" })]), name: HOSTILE };
  const SAYS: readonly (readonly [string, (link: string) => string, string])[] = [
    ["cut off", (link) => link.slice(0, link.indexOf("/take/") + 20), "cut off, or was changed on its way"],
    ["changed in one letter", (link) => link.replace(/(\/take\/..)./, "$1_"), "changed on its way"],
    ["anything at all", () => "https://example.org/", "There is no agenda in this."],
    ["a million letters", letters("A".repeat(1_000_000)), "larger than any agenda"],
    ["of a newer version", letters(sealed(Uint8Array.of(0x20, 1, 2))), "made by a newer version of the app"],
    [
      "of another conference, with a script for a name",
      letters(encodeAgenda(foreign, new Set(["x"]), "names")),
      `belongs to “${HOSTILE.slice(0, 40)}”`,
    ],
  ];
  for (const [what, spoil, words] of SAYS) {
    test(`${what}: a clear sentence, and nothing is changed`, async ({ page }) => {
      await openApp(page);
      await star(page, EMBEDDED);
      const link = await copiedLink(page);
      await page.goto("./#/agenda/take");
      await page.getByLabel("Link to an agenda").fill(spoil(link));
      await expect(said(page)).toContainText(words);
      await expect(preview(page)).toHaveCount(0);
      expect(await agendaTitles(page)).toEqual([EMBEDDED.title]);
    });
  }
});

test("what is sent beside the sessions is refused where it is not as it should be, and never run", async ({
  page,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const link = await copiedLink(page);
  const [, bare = ""] = /^(.*\/take\/[\w-]+)/.exec(link) ?? [];
  const packed = (extras: unknown) => `z${deflateSync(JSON.stringify(extras)).toString("base64url")}`;
  const script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
  const entry = { sessionId: "own:1", title: script, startsAt: 1, endsAt: 2, room: script };
  const broken = "cannot be read: it is cut off";
  const CASES: readonly (readonly [string, string])[] = [
    [packed({ notes: [[0, script]], entries: [entry] }), "1 own entry"],
    [packed({ entries: [{ ...entry, sessionId: "session/somebody" }] }), broken],
    [packed({ entries: [{ ...entry, startsAt: 1e99 }] }), broken],
    [packed({ notes: [[-1, "x"]] }), broken],
    [packed({ notes: Array.from({ length: 100_000 }, () => [0, ""]) }), broken],
    [packed("x".repeat(20_000_000)), broken],
    [packed({ notes: [[0, "a note that is cut off"]] }).slice(0, -6), broken],
    ["q123", broken],
  ];
  for (const [extras, words] of CASES) {
    await page.goto("./#/agenda/take");
    await page.getByLabel("Link to an agenda").fill(`${bare}.${extras}`);
    await expect(page.getByRole("main")).toContainText(words);
    await expect(preview(page)).toContainText("1 you already have");
  }
  expect(await agendaTitles(page)).toEqual([EMBEDDED.title]);
});
