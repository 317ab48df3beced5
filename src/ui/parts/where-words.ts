import { listed } from "../../domain/say-list";
import { clockTime } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Whereabouts } from "../../domain/with-friend";

/** "Asha now: Sharpening pencils, Hall H, until 14:30." By their agenda: nobody is followed. */
export function whereWords(name: string, { on, next }: Whereabouts, timeZone: string): string {
  const place = ({ title, room }: Session) => (room ? `${title}, ${room}` : title);
  const [first] = next;
  if (on.length > 0) {
    const until = clockTime(Math.min(...on.map(({ endsAt }) => endsAt)), timeZone);
    return t("{name} now: {sessions}, until {time}.", { name, sessions: listed(on.map(place)), time: until });
  }
  if (!first) return t("Nothing more is starred by {name}.", { name });
  return t("{name} next: {sessions}, at {time}.", {
    name,
    sessions: listed(next.map(place)),
    time: clockTime(first.startsAt, timeZone),
  });
}
