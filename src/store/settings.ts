import { type Choices, FIRST_CHOICES } from "../domain/choices";
import type { PocketTest } from "../domain/pocket-test";
import { ENGLISH, type Speech } from "../domain/speech";
import { FIRST_WISHES, type Wishes } from "../domain/wishes";
import type { Db } from "./db";
import { HOME } from "./home";

/** A trial of reminders on this very device. */
export interface SelfTest {
  /** Device time, epoch milliseconds. */
  readonly dueAt: number;
  /** The run of the app's clock in which it was asked for; in another it does not ring. */
  readonly run: string;
  /** The attendee was asked to lock the phone meanwhile. */
  readonly locked: boolean;
}

/** How a day is shown where there is room for both. */
export type Layout = "timetable" | "list";

/** What the attendee has set, and the value it has until then. */
interface Settings {
  /** "Not now" was said to the offer of reminders. */
  readonly reminderOfferDeclined: boolean;
  /** Single keys do something, as the list of keys says. */
  readonly singleKeys: boolean;
  readonly wishes: Wishes;
  readonly selfTest: SelfTest | null;
  readonly choices: Choices;
  /** How the page speaks, with the messages of cards alone: the service worker rings in these words. */
  readonly speech: Speech;
  readonly layout: Layout;
  /** The key of the conference that is shown. */
  readonly shown: string;
  /** Which conference last became another edition; null where none has. */
  readonly turned: Turned | null;
  /** The last test of pocket mode on this device. */
  readonly pocketTest: PocketTest | null;
  /** How pocket mode last ended where the attendee did not end it; null where that is told or nothing was. */
  readonly pocketEnd: PocketEnd | null;
}

/** How pocket mode ended. */
export interface PocketEnd {
  /** Device time, epoch milliseconds; of its beginning where it is "gone". */
  readonly at: number;
  /** Somebody else paused it; it could not be played; the day was over; or its page went before it was ended. */
  readonly why: "paused" | "broken" | "over" | "gone";
}

/** A conference's next edition has come, or one of before again. */
interface Turned {
  /** The key of the conference. */
  readonly of: string;
  /** Device time, epoch milliseconds. */
  readonly at: number;
  /** The key under which the one of before is kept; null where that is not, and once the attendee was told. */
  readonly kept: string | null;
}

const DEFAULTS: Settings = {
  reminderOfferDeclined: false,
  singleKeys: true,
  wishes: FIRST_WISHES,
  selfTest: null,
  choices: FIRST_CHOICES,
  speech: ENGLISH,
  layout: "timetable",
  shown: HOME,
  turned: null,
  pocketTest: null,
  pocketEnd: null,
};

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
