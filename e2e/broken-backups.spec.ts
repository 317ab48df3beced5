import { chooseBackup, expectAgenda, saveBackup } from "./backup-steps";
import { expect, test } from "./fixtures";
import { EMBEDDED, openApp, star } from "./reminder-steps";

const BROKEN: readonly (readonly [name: string, text: (good: string) => string, words: string])[] = [
  ["a picture", () => "\u0089PNG", "This file is not a backup of this app."],
  ["cut off", (good) => good.slice(0, -40), "The backup is damaged or cut off, and cannot be read."],
  [
    "of a newer version",
    (good) => good.replace('"version": 1', '"version": 2'),
    "This backup was made by a newer version of the app. Update, then try again.",
  ],
  ["nested without end", () => "[".repeat(3_000_000), "This file is not a backup of this app."],
  [
    "of a million entries",
    (good) => {
      const file = JSON.parse(good);
      file.conferences[0].stars = Array(1_000_000).fill(0);
      return JSON.stringify(file);
    },
    "The backup holds more than this app would ever write. Nothing was brought back.",
  ],
];

test("broken and hostile files change nothing, run nothing, and are told in a sentence", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const { text } = await saveBackup(page);
  for (const [name, broken, words] of BROKEN) {
    await test.step(name, async () => {
      await chooseBackup(page, broken(text));
      await expect(page.getByRole("heading", { name: "Nothing was brought back" })).toBeFocused();
      await expect(page.getByText(words)).toBeVisible();
      await page.getByRole("button", { name: "Close" }).click();
    });
  }
  // Script in a name is a name; bad rows are left out and counted.
  const file = JSON.parse(text);
  const [own] = file.conferences;
  file.conferences.push({
    ...own,
    ...{ key: "key-0123456789abcdef", name: "<img src=x onerror=alert(1)>", sample: [], stars: [] },
  });
  own.stars.push({ sessionId: "__proto__", starredAt: 1 }, { sessionId: "x", starredAt: "soon" });
  page.on("dialog", (dialog) => {
    throw new Error(`It ran: ${dialog.message()}`);
  });
  await chooseBackup(page, JSON.stringify(file));
  await expect(page.getByRole("heading", { level: 4, name: "<img src=x onerror=alert(1)>" })).toBeVisible();
  await expect(
    page.getByText("It is not on this device, and its programme is not in the backup"),
  ).toBeVisible();
  await expect(page.getByText("Left out, as it cannot be read: 1 star.")).toBeVisible();
  await expect(
    page.getByText("1 star is for a session that the programme here does not hold."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Not now" }).click();
  await expectAgenda(page, [EMBEDDED]);
});
