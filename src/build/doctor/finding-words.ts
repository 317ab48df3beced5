import type { Level } from "./finding";

interface FindingWords {
  readonly level: Level;
  /** The sentence over all findings of this sort; how many there are is an argument. */
  readonly headline: (count: number) => string;
  /** What it means for attendees and what to do. */
  readonly advice: string;
}

const sessions = (count: number): string => (count === 1 ? "1 session" : `${count} sessions`);
const has = (count: number): string => (count === 1 ? "has" : "have");
const is = (count: number): string => (count === 1 ? "is" : "are");
const fixed = (headline: string) => () => headline;

const EACH = {
  unusable: {
    level: "error",
    headline: fixed("The feed cannot be used"),
    advice: "Attendees keep the schedule that they have; a build with this feed stops.",
  },
  "not-shown": {
    level: "error",
    headline: (count) => `${count} ${count === 1 ? "entry" : "entries"} of the feed ${is(count)} not shown`,
    advice: "Attendees do not see them at all: correct them where the feed is made.",
  },
  "cut-off": {
    level: "error",
    headline: fixed("The file is cut off before its end"),
    advice: "What followed is lost; attendees who have an older copy keep it. Save or upload the file anew.",
  },
  "no-time-zone": {
    level: "error",
    headline: fixed("The feed names no time zone"),
    advice:
      'Times may be hours off, and attendees are asked for the zone: set "timeZone" in public/conference.json, such as "Europe/Paris".',
  },
  "zone-guessed": {
    level: "warning",
    headline: fixed("A time zone had to be guessed"),
    advice:
      'If the guess is wrong, all times are: compare one with your programme, and name the zone in the feed as "Europe/Paris" is named.',
  },
  clash: {
    level: "warning",
    headline: (count) =>
      count === 1
        ? "Two sessions are in one room at the same time"
        : `${count} times two sessions are in one room at the same time`,
    advice: "Attendees see both and cannot tell which is right: move one, or correct its room.",
  },
  "crowded-room": {
    level: "warning",
    headline: fixed("A room holds many sessions at once: it seems to be a building"),
    advice: "Attendees cannot tell where to go: name the room itself, first in the location.",
  },
  duplicate: {
    level: "warning",
    headline: (count) => `${sessions(count)} ${is(count)} in the feed twice`,
    advice: "Attendees see it twice and may star the wrong one: take one out.",
  },
  "far-outside": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${is(count)} far from the other days`,
    advice: "Attendees see one more day for it, and a mistyped date hides a session: check the date.",
  },
  "no-length": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${has(count)} no length`,
    advice:
      "Attendees cannot see when it ends, and it is over as it begins: set an end time after the start.",
  },
  "far-longer": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${is(count)} far longer than the others`,
    advice: "It is on all the time and overlaps the rest: check its end, or make it an all-day entry.",
  },
  "labels-contradict": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${has(count)} labels that contradict each other`,
    advice:
      "Attendees see all of its labels (CATEGORIES) and may filter by the wrong one: keep the true ones.",
  },
  "parts-contradict": {
    level: "warning",
    headline: (count) => `The part numbers of ${sessions(count)} do not fit`,
    advice: "Attendees may come to the wrong part: correct the number in the title, or the time.",
  },
  "no-room": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${has(count)} no room`,
    advice: "Attendees are not told where to go: name the room first in the location.",
  },
  "alarm-too-late": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${has(count)} alarms that only ring after the start`,
    advice: "Who relies on them comes late: set an alarm before the start, or none, for the app’s own.",
  },
  "no-uid": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${has(count)} no identifier (UID)`,
    advice: "A star is lost when the title, time or room changes: use a tool that writes a UID for each.",
  },
  "repeated-uid": {
    level: "warning",
    headline: (count) =>
      `${sessions(count)} ${count === 1 ? "shares its" : "share their"} identifier (UID) with another`,
    advice: "When one of them moves, its stars and reminders may not follow: give each a UID of its own.",
  },
  "detail-dropped": {
    level: "warning",
    headline: (count) => `${count} ${count === 1 ? "detail" : "details"} cannot be read`,
    advice: "The session is shown without it: correct the line where the feed is made.",
  },
  "title-cut": {
    level: "warning",
    headline: (count) => `${count} ${count === 1 ? "title is" : "titles are"} too long for a phone`,
    advice: "On a small phone the list cuts it off after seven lines: shorten it.",
  },
  "no-title": {
    level: "warning",
    headline: (count) => `${sessions(count)} ${has(count)} no title`,
    advice: 'Attendees see "Untitled": give it a SUMMARY.',
  },
  "no-name": {
    level: "warning",
    headline: fixed("The feed does not say the conference’s name"),
    advice: 'Attendees see "Conference": add the line X-WR-CALNAME:… to its head.',
  },
  "no-tls": {
    level: "warning",
    headline: fixed("The address is not encrypted (http)"),
    advice:
      "Whoever is on the same Wi-Fi could change it, and browsers keep a secure page from it: use https.",
  },
  "not-a-calendar-type": {
    level: "note",
    headline: fixed("The server does not call it a calendar"),
    advice: "The app reads it all the same, other calendars may not: have it sent as text/calendar.",
  },
  large: {
    level: "note",
    headline: fixed("The feed is large"),
    advice:
      "Each phone loads it when it changes, over the hall’s Wi-Fi: leave out past years, long texts and pictures.",
  },
  parts: {
    level: "note",
    headline: (count) =>
      count === 1 ? "1 session is cut into parts" : `${count} sessions are cut into parts`,
    advice:
      "Attendees see “Part 1 of …” and star each part by itself; other titles make other sessions of them.",
  },
  "break-without-room": {
    level: "note",
    headline: (count) => `${count} ${count === 1 ? "break has" : "breaks have"} no room`,
    advice: "It is shown for all rooms, which is right for most breaks; name a room if it has one.",
  },
  "label-not-used": {
    level: "note",
    headline: (count) => `The labels of ${sessions(count)} say more than the title`,
    advice:
      "The app goes by the title: begin it with “Keynote:”, “Workshop:”, “BoF:” or “Sponsored talk:”, or name a break as one.",
  },
  "title-long": {
    level: "note",
    headline: (count) =>
      `${count} ${count === 1 ? "title takes" : "titles take"} five lines or more on a small phone`,
    advice: "Nothing is lost; a shorter one is read faster in the list and in a reminder.",
  },
  "title-open": {
    level: "note",
    headline: (count) => `${sessions(count)} ${has(count)} no real title yet`,
    advice: "Attendees see it as it stands; the app tells those who starred it when it changes.",
  },
  "over-midnight": {
    level: "note",
    headline: (count) => `${sessions(count)} ${count === 1 ? "lasts" : "last"} past midnight`,
    advice: "It is shown under the day on which it begins: check that its end is meant so.",
  },
  "no-alarm": {
    level: "note",
    headline: (count) => `${sessions(count)} ${has(count)} no alarm of ${count === 1 ? "its" : "their"} own`,
    advice: "Nothing has to be done; for another time, let the feed set alarms (VALARM).",
  },
  cancelled: {
    level: "note",
    headline: (count) => `${sessions(count)} ${is(count)} cancelled`,
    advice: "They are shown struck through and do not ring; leave them in, so that attendees see it.",
  },
  "no-refresh-interval": {
    level: "note",
    headline: fixed("The feed does not say how often to look for changes"),
    advice:
      "The app looks twice a day, and every ten minutes while the conference is on: nothing has to be done.",
  },
  past: {
    level: "note",
    headline: fixed("The conference is over"),
    advice: "Attendees see it as past: if this is last year’s feed, give the new one.",
  },
  guessed: {
    level: "note",
    headline: fixed("Something had to be guessed"),
    advice: "Look whether it came out right.",
  },
  "reader-note": {
    level: "note",
    headline: (count) => `${count} ${count === 1 ? "thing" : "things"} the app treats in its own way`,
    advice: "Nothing has to be done where it is meant so.",
  },
  unjudged: {
    level: "note",
    headline: fixed("Something could not be looked at: a mistake in this program"),
    advice: "The feed may well be right: please report this sentence, with the feed.",
  },
  "other-origins": {
    level: "note",
    headline: fixed("Pages of other addresses may not read this one"),
    advice:
      "Your site does not mind, it reads its own copy; attendees cannot add the feed to the app by its address, only as a file.",
  },
  "no-validators": {
    level: "note",
    headline: fixed("The server does not say whether the feed has changed"),
    advice: "It is loaded whole each time: let the server send ETag or Last-Modified.",
  },
} as const satisfies Readonly<Record<string, FindingWords>>;

export type Code = keyof typeof EACH;

/** Every sort of finding, the most important first: the order in which they are told. */
export const FINDINGS: Readonly<Record<Code, FindingWords>> = EACH;

export const CODES = Object.keys(EACH) as readonly Code[];
