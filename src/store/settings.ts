import type { Db } from "./db";

/** What the attendee has set, and the value it has until then. */
interface Settings {
  /** "Not now" was said to the offer of reminders. */
  readonly reminderOfferDeclined: boolean;
}

const DEFAULTS: Settings = { reminderOfferDeclined: false };

/** One of the attendee's settings. */
export async function readSetting<Name extends keyof Settings>(db: Db, name: Name): Promise<Settings[Name]> {
  const row = await db.settings.get(name);
  return (row?.value as Settings[Name] | undefined) ?? DEFAULTS[name];
}

/** Keeps one of the attendee's settings. */
export async function writeSetting<Name extends keyof Settings>(
  db: Db,
  name: Name,
  value: Settings[Name],
): Promise<void> {
  await db.settings.put({ name, value });
}
