import type { Rung } from "./reminder-steps";

// A made-up programme of nothing but triggers: sessions that begin hours after they ring, so that no card
// is shown anew because its session begins while a test looks on.

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const LEAD_HOURS = 5;

/** When the first trigger of a made-up programme may fire: five in the morning, in its zone. */
const DAWN = Date.parse("2030-05-21T05:00:00Z");

/** Its one day, as an address has it. */
export const TRIGGER_DAY = "#/day/2030-05-21";

/** Sessions that ring so many seconds after one another: the first at 0, or whatever is said. */
export function triggersAt(seconds: readonly number[]): readonly Rung[] {
  return seconds.map((second, index) => {
    const number = String(index + 1).padStart(3, "0");
    const fireAt = DAWN + second * SECOND;
    const uid = `trigger-${number}@example.org`;
    return {
      title: `Trigger ${number}`,
      uid,
      startsAt: fireAt + LEAD_HOURS * HOUR,
      fireAt,
      tag: `${uid}@${fireAt}`,
    };
  });
}

/** So many triggers, `apart` seconds from one to the next. */
export function triggersApart(count: number, apart: number): readonly Rung[] {
  return triggersAt(Array.from({ length: count }, (_, index) => index * apart));
}

/** The feed of such a programme. */
export function triggerFeed(triggers: readonly Rung[]): string {
  const events = triggers.flatMap(({ title, uid, startsAt }) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20300101T000000Z",
    `SUMMARY:${title}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(startsAt + HOUR)}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${title}`,
    `TRIGGER:-PT${LEAD_HOURS}H`,
    "END:VALARM",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Trackside//Triggers//EN",
    "NAME:Triggers",
    "X-WR-TIMEZONE:UTC",
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/**
 * Stars every session of the day that is shown, as soon as there are `count`, and waits until the store has
 * them: the page shows a star before that, and fifty at once take the store a while. Runs in a page.
 */
export async function starAll(count: number): Promise<void> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const kept = async () => {
    const db = await answer(indexedDB.open("trackside:/"));
    const stars = await answer(db.transaction("stars").objectStore("stars").count());
    db.close();
    return stars;
  };
  // Those of the programme that came with the app stand there for a moment, and may be as many.
  const stars = () => [
    ...document.querySelectorAll<HTMLElement>('article button.star[aria-label^="Star Trigger"]'),
  ];
  const end = performance.now() + 30_000;
  let clicked = false;
  while (!clicked || (await kept()) < count) {
    if (performance.now() > end) throw new Error(`${await kept()} of ${count} were starred.`);
    if (!clicked && stars().length === count) {
      for (const star of stars()) star.click();
      clicked = true;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
}
