import { expectNothingFound } from "./axe";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import { before, EMBEDDED, FEED, openApp, star } from "./reminder-steps";
import {
  BLUNT,
  BLUNT_DAYS,
  BLUNT_FEED,
  chooseFile,
  conferenceButton,
  expectPreview,
  keep,
} from "./second-conference";
import { clickCard } from "./service-worker";

const OWN = /^NAME:(.*?)\r?$/m.exec(FEED)?.[1] ?? /^X-WR-CALNAME:(.*?)\r?$/m.exec(FEED)?.[1] ?? "";

test("a calendar file is looked at, kept, starred, one tap away, removed and brought back", async ({
  page,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await chooseFile(page);
  await expectPreview(page);
  await keep(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("status", { name: "Freshness" })).toHaveText(/^Imported /);
  await star(page, BLUNT);
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("article", { name: BLUNT.title })).toBeVisible();

  // One tap, and the agenda is the other conference's.
  await conferenceButton(page, OWN).click();
  await expect(page.getByRole("article", { name: EMBEDDED.title })).toBeVisible();
  await expect(page.getByRole("article", { name: BLUNT.title })).toHaveCount(0);
  await expect(conferenceButton(page, OWN)).toHaveAttribute("aria-current", "true");
  await conferenceButton(page, BLUNT_DAYS).click();
  await expect(page.getByRole("article", { name: BLUNT.title })).toBeVisible();

  // The choice outlives the page.
  await page.reload();
  await expect(page.getByRole("article", { name: BLUNT.title })).toBeVisible();

  await page.goto("./#/conferences");
  await page.getByRole("button", { name: `Remove ${BLUNT_DAYS}` }).click();
  await expect(page.getByRole("button", { name: `Show ${BLUNT_DAYS}` })).toHaveCount(0);
  await expect(page.getByRole("group", { name: "Conferences" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(conferenceButton(page, BLUNT_DAYS)).toHaveAttribute("aria-current", "true");
  await page.goto("./#/agenda");
  await expect(page.getByRole("article", { name: BLUNT.title })).toBeVisible();
  // The site's own comes with the app.
  await page.goto("./#/conferences");
  await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(1);
});

test("the second conference's reminder rings beside the first's, and each card leads to its own", async ({
  page,
  context,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await chooseFile(page);
  await keep(page);
  await star(page, BLUNT);
  const cards = await observeNotifications(page);
  await rehearse(page, before(EMBEDDED.fireAt, 3), "#/agenda");
  await expect.poll(() => cards.shown().length).toBe(2);
  const [own, other] = [...cards.shown()].sort((a, b) => a.tag.length - b.tag.length);
  expect(own).toMatchObject({ tag: EMBEDDED.tag, title: EMBEDDED.title });
  expect(own?.body).toMatch(/14:15$/);
  expect(other).toMatchObject({ title: BLUNT.title, body: "starts in 6 min · Shed · 17:46" });
  expect(other?.tag).toMatch(new RegExp(`^key-[0-9a-f]{16}/${EMBEDDED.tag}$`));

  // The other conference is shown: the card of the site's own leads back to that.
  await page.evaluate(async (tag) => {
    const { registration } = await navigator.serviceWorker.ready.then((registration) => ({ registration }));
    for (const card of await registration.getNotifications({ tag })) card.close();
  }, other?.tag ?? "");
  await clickCard(context.serviceWorkers()[0]);
  await expect(page.getByRole("heading", { level: 1, name: EMBEDDED.title })).toBeVisible();
  await expect(page).toHaveURL(/#\/session\/[^?]+$/);

  // And the other's, by its address, from there.
  const key = other?.tag.split("/", 1)[0];
  await page.goto(`./#/session/${encodeURIComponent(BLUNT.uid)}?conference=${key}`);
  await expect(page.getByRole("heading", { level: 1, name: BLUNT.title })).toBeVisible();
  await expect(page).toHaveURL(/#\/session\/[^?]+$/);
});

test("a session of another conference is found by its id alone", async ({ page }) => {
  await openApp(page);
  await chooseFile(page);
  await keep(page);
  await page.goto(`./#/session/${encodeURIComponent(EMBEDDED.uid)}`);
  await expect(page.getByRole("heading", { level: 1, name: BLUNT.title })).toBeVisible();
  await conferenceButton(page, OWN).click();
  await expect(page).toHaveTitle(OWN);
  await page.goto("./#/session/eraser%40example.org");
  await expect(page.getByRole("heading", { level: 1, name: "Erasers for all" })).toBeVisible();
  // One that is not on this device is asked for in vain, and the page says so.
  await page.goto("./#/session/eraser?conference=key-gone");
  await expect(page.getByRole("heading", { level: 1, name: "Not in this schedule" })).toBeVisible();
  await expect(page).toHaveURL(/#\/session\/eraser$/);
});

test("without a network the app begins with the conference that was brought in", async ({
  page,
  network,
}) => {
  await openApp(page);
  await chooseFile(page);
  await keep(page);
  await network.goOffline();
  await page.reload();
  await expect(page.getByRole("article", { name: BLUNT.title })).toBeVisible();
  await conferenceButton(page, OWN).click();
  await expect(page).toHaveTitle(OWN);
  await expect(page.getByRole("article")).toHaveCount(9);
});

test("axe finds nothing on several conferences, a preview and a refusal", async ({ page }) => {
  await openApp(page);
  await chooseFile(page);
  await keep(page);
  await chooseFile(page);
  await expect(page.getByRole("button", { name: "Keep it beside the other" })).toBeVisible();
  await expectNothingFound(page);
  await chooseFile(page, "nothing");
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByRole("heading", { name: "Nothing to keep" })).toBeVisible();
  await expectNothingFound(page);
});

test("on paper nothing of the ways between conferences is left", async ({ page }) => {
  await openApp(page);
  await chooseFile(page);
  await keep(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: OWN })).toHaveCount(0);
});

test("the same conference again takes its own place, and its stars stay", async ({ page }) => {
  await openApp(page);
  await chooseFile(page);
  await keep(page);
  await star(page, BLUNT);
  await chooseFile(page, BLUNT_FEED.replace("LOCATION:Shed", "LOCATION:Attic"));
  await expect(page.getByText(/This conference is here already, with 2 sessions/)).toBeVisible();
  await page.getByRole("button", { name: "Keep this conference" }).click();
  await page.goto("./#/agenda");
  await expect(page.getByRole("article", { name: BLUNT.title })).toContainText("Attic");
  await expect(page.getByRole("group", { name: "Conferences" }).getByRole("button")).toHaveCount(2);
});

test("the site's own conference is known as what it is", async ({ page }) => {
  await openApp(page);
  await chooseFile(page, FEED);
  await expect(page.getByText(/This is the conference that this app was made for/)).toBeVisible();
  await page.getByRole("button", { name: "Show what is here" }).click();
  await expect(page).toHaveURL(/#\/$/);
  await expect(page.getByRole("group", { name: "Conferences" })).toHaveCount(0);
});

test("the page of conferences says where the feed comes from, and leads calendars to it", async ({
  page,
  server,
}) => {
  await openApp(page, "#/conferences");
  const subscribe = page.getByRole("link", { name: "Subscribe" });
  await expect(subscribe).toHaveAttribute("href", `${server.url.replace("http:", "webcal:")}schedule.ics`);
  await page.getByText("Feed: where it comes from").click();
  await expect(page.getByText(`${server.url}schedule.ics`)).toBeVisible();
  await expect(page.getByText(/^Last asked /)).toBeVisible();
});
