import { existsSync } from "node:fs";
import { MEASURED } from "../src/reminders/measured";
import { cameOf, dueBy, FIREFOX, hideBehind, isHidden, openTriggers } from "./firefox-steps";
import { expect, test } from "./fixtures";
import { lifetimeRow, rangInTime, report } from "./lifetime-row";
import { rehearse } from "./rehearse";
import { before, clockOffset, deviceShows } from "./reminder-steps";
import { TRIGGER_DAY, triggersApart, triggersAt } from "./trigger-feed";

// Firefox ESR, where it is installed. It keeps no record of the cards that it has shown, so that doubles
// cannot be seen.

const SECOND = 1000;
const browser = "Firefox";
const promised = MEASURED.firefox;

test.skip(() => !existsSync(FIREFOX), "Firefox ESR is not installed.");
test.describe.configure({ timeout: 300_000 });

for (const state of ["visible", "hidden tab"]) {
  test(`Firefox, ${state}`, async ({ server }) => {
    const triggers = triggersApart(20, 2);
    const first = triggers[0]?.fireAt ?? 0;
    const { context, page, end } = await openTriggers(server, triggers);
    await rehearse(page, before(first, 15), TRIGGER_DAY);
    const offset = await page.evaluate(clockOffset);
    if (state !== "visible") await hideBehind(context, page);
    expect(await isHidden(page)).toBe(state !== "visible");
    expect(Date.now(), "in time for the first").toBeLessThan(first - offset);
    const cards = await cameOf(page, triggers, offset);
    expect(await isHidden(page)).toBe(state !== "visible");
    const row = lifetimeRow(
      { browser, state, note: "times of the app's log" },
      cards,
      triggers,
      dueBy(offset),
    );
    report({ ...row, doubled: null });
    if (state === "visible" || promised?.inBackground) rangInTime(row);
    await end();
  });
}

test("Firefox, closed", async ({ server }) => {
  // No more than there is room for: a card that is closed gives the service worker a new lease of life.
  const within = [20, 54];
  const beyond = [66];
  const triggers = triggersAt([...within, ...beyond]);
  const closeAt = (triggers[0]?.fireAt ?? 0) - (within[0] ?? 0) * SECOND;
  const { context, page, end } = await openTriggers(server, triggers);
  await rehearse(page, before(closeAt, 10), TRIGGER_DAY);
  const offset = await page.evaluate(clockOffset);
  const other = await hideBehind(context, page);
  await page.bringToFront();
  expect(await isHidden(page)).toBe(false);
  expect(Date.now(), "in time to close").toBeLessThan(closeAt - offset);
  await deviceShows(closeAt - offset);
  await page.close();
  const cards = await cameOf(other, triggers, offset);
  const rang = beyond.filter((_, index) =>
    cards.some(({ tag }) => tag === triggers[within.length + index]?.tag),
  );
  const row = lifetimeRow(
    {
      browser,
      state: "closed",
      note: `up to ${within.at(-1)} s after closing; then ${rang.length > 0 ? `at ${rang.join(", ")} s, ` : ""}not at ${beyond.filter((second) => !rang.includes(second)).join(", ")} s`,
    },
    cards.filter(({ tag }) => triggers.findIndex((one) => one.tag === tag) < within.length),
    triggers.slice(0, within.length),
    dueBy(offset),
  );
  report({ ...row, doubled: null });
  rangInTime(row);
  expect(within.at(-1), "measured up to the promise").toBeGreaterThanOrEqual(
    (promised?.afterClosing ?? 0) - 1,
  );
  await end();
});
