import { Bell } from "lucide-react";
import { remindersOf } from "../../domain/reminder";
import { clockTime } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { MINUTE } from "../../domain/time";
import { usePermission } from "../use-permission";

/** "5 min before", "at the start" or "10 min after the start" */
function leadWords(session: Session, fireAt: number): string {
  const minutes = Math.round((session.startsAt - fireAt) / MINUTE);
  if (minutes === 0) return "at the start";
  return minutes > 0 ? `${minutes} min before` : `${-minutes} min after the start`;
}

/** When this session's reminders ring, as far as that can be said of a starred session and this device. */
export function RingsNote(props: {
  readonly session: Session;
  readonly starred: boolean;
  readonly timeZone: string;
  readonly now: number;
}) {
  const { session, starred, timeZone, now } = props;
  const permission = usePermission();
  const coming = remindersOf(session).filter(({ fireAt }) => fireAt > now);
  const [next] = coming;
  if (!next) return null;
  const when = coming
    .map(({ fireAt }) => `${leadWords(session, fireAt)} (${clockTime(fireAt, timeZone)})`)
    .join(", ");
  const how = permission === "granted" ? "Rings" : "Shows a banner, while the app is on screen,";
  return (
    <p className="rings">
      <Bell aria-hidden="true" size={18} />
      <span>
        {starred ? `${how} ${when}` : `Star it to be reminded ${when}`}.{" "}
        <a href="#/reminders">What this device can do</a>
      </span>
    </p>
  );
}
