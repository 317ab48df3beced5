import { FIRST_WISHES, type Wishes } from "../domain/wishes";
import type { Db } from "./db";

/** A trial of reminders on this very device. */
export interface SelfTest {
  /** Device time, epoch milliseconds. */
  readonly dueAt: number;
  /** The run of the app's clock in which it was asked for; in another it does not ring. */
  readonly run: string;
  /** The attendee was asked to lock the phone meanwhile. */
  readonly locked: boolean;
}

/** What the attendee has set, and the value it has until then. */
interface Settings {
  /** "Not now" was said to the offer of reminders. */
  readonly reminderOfferDeclined: boolean;
  readonly wishes: Wishes;
  readonly selfTest: SelfTest | null;
}

const DEFAULTS: Settings = { reminderOfferDeclined: false, wishes: FIRST_WISHES, selfTest: null };

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
