const MINUTE = 60_000;
const FIRST_DAY = Date.parse("2030-05-21T00:00:00Z");
const DAYS = 3;
/** Minutes of a crowded conference's slots, one after another; between them nothing. */
const SLOTS = [30, 45, 10, 90, 20, 30, 60, 45];
const WORDS =
  "measuring the long tail of latency in systems that nobody has drawn on a whiteboard yet and what to do".split(
    " ",
  );

/** What a feed for a test holds, by rooms. */
interface Crowd {
  readonly rooms: number;
  /** Lasts all day, past midnight, beside another in its room, without a room, and cancelled. */
  readonly isOdd?: boolean;
}

/** The calendar of a conference in Greenwich, 21 to 23 May 2030, eight sessions a day in each room. */
export function feedOfRooms({ rooms, isOdd = true }: Crowd): string {
  const events: string[] = [];
  const add = (title: string, room: string | null, start: number, minutes: number, more: string[] = []) =>
    events.push(
      [
        "BEGIN:VEVENT",
        `UID:s${events.length}@crowd.example`,
        "DTSTAMP:20300101T000000Z",
        `DTSTART:${utc(start)}`,
        `DTEND:${utc(start + minutes * MINUTE)}`,
        `SUMMARY:${title}`,
        ...(room ? [`LOCATION:${room}`] : []),
        ...more,
        "END:VEVENT",
      ].join("\r\n"),
    );
  for (let day = 0; day < DAYS; day += 1) {
    const morning = FIRST_DAY + (day * 24 + 9) * 60 * MINUTE;
    for (let room = 0; room < rooms; room += 1) {
      let at = morning + (room % 3) * 5 * MINUTE;
      SLOTS.forEach((minutes, slot) => {
        const words = WORDS.slice(0, 3 + ((room * 5 + slot * 3) % 15)).join(" ");
        add(`R${room + 1} ${slot + 1}: ${words}`, `Room ${room + 1}`, at, minutes);
        at += (minutes + 5) * MINUTE;
        // An hour for lunch, after the fourth.
        if (slot === 3) at = morning + 270 * MINUTE;
      });
    }
    add("Lunch", null, morning + 200 * MINUTE, 60);
    if (!isOdd) continue;
    add("Side by side", "Room 1", morning + 10 * MINUTE, 40);
    add("Called off", "Room 2", morning + 620 * MINUTE, 30, ["STATUS:CANCELLED"]);
    add("The whole house sings", null, morning + 680 * MINUTE, 45);
    add("Party", "Room 2", morning + 780 * MINUTE, 240);
    const date = utc(morning).slice(0, 8);
    events.push(
      `BEGIN:VEVENT\r\nUID:fair${day}@crowd.example\r\nDTSTAMP:20300101T000000Z\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:Fair\r\nEND:VEVENT`,
    );
  }
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//crowd//EN", "X-WR-CALNAME:Crowd"];
  return `${[...head, "X-WR-TIMEZONE:Etc/UTC", ...events, "END:VCALENDAR"].join("\r\n")}\r\n`;
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
