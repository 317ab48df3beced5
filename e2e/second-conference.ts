import { expect, type Page } from "@playwright/test";
import { EMBEDDED } from "./reminder-steps";

const MINUTE = 60_000;

/** The name of a made-up second conference. */
export const BLUNT_DAYS = "Blunt Days";

/** Its first session has the UID of one of the site's own, and rings at the same instant. */
export const BLUNT = {
  title: "Blunting pencils",
  uid: EMBEDDED.uid,
  startsAt: EMBEDDED.startsAt + MINUTE,
  fireAt: EMBEDDED.fireAt,
};

const utc = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const event = (uid: string, title: string, at: number) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  "DTSTAMP:20260101T000000Z",
  `SUMMARY:${title}`,
  `DTSTART:${utc(at)}`,
  `DTEND:${utc(at + 30 * MINUTE)}`,
  "LOCATION:Shed",
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${title}`,
  "TRIGGER:-PT6M",
  "END:VALARM",
  "END:VEVENT",
];

/** Its feed. */
export const BLUNT_FEED = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Trackside//Blunt//EN",
  `NAME:${BLUNT_DAYS}`,
  "X-WR-TIMEZONE:Asia/Tokyo",
  ...event(BLUNT.uid, BLUNT.title, BLUNT.startsAt),
  ...event("eraser@example.org", "Erasers for all", BLUNT.startsAt + 60 * MINUTE),
  "END:VCALENDAR",
  "",
].join("\r\n");

/** A file to choose. */
export const bluntFile = (text = BLUNT_FEED) => ({
  name: "blunt.ics",
  mimeType: "text/calendar",
  buffer: Buffer.from(text),
});

/** Chooses a calendar file on the page of conferences. */
export async function chooseFile(page: Page, text = BLUNT_FEED): Promise<void> {
  await page.goto("./#/conferences");
  await page.getByLabel("Import a calendar file").setInputFiles(bluntFile(text));
}

/** Checks that the second conference is looked at, and not kept yet. */
export async function expectPreview(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Keep this conference" })).toBeVisible();
  const heading = page.getByRole("heading", { level: 2, name: BLUNT_DAYS });
  await expect(heading).toBeFocused();
  await expect(page.getByText("18 April 2026 · 2 sessions")).toBeVisible();
  await expect(page.getByRole("group", { name: "Conferences" })).toHaveCount(0);
}

/** Keeps what is looked at, and waits until it is shown. */
export async function keep(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Keep this conference" }).click();
  await expect(page).toHaveTitle(BLUNT_DAYS);
}

/** The way from one conference to another. */
export const conferenceButton = (page: Page, name: string) =>
  page.getByRole("group", { name: "Conferences" }).getByRole("button", { name });
