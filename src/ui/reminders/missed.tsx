import { clockTime, duration } from "../../domain/say-time";
import { partWords, type Session } from "../../domain/session";
import { MINUTE } from "../../domain/time";
import { sessionHash } from "../../reminders/card";
import type { Delivery } from "../../store/db";

/** What has become of a session whose reminder was missed, by the schedule as it stands. */
function stateWords(session: Session | undefined, row: Delivery, now: number, timeZone: string): string {
  if (!session || session.status === "CANCELLED") return "it has been cancelled";
  const { startsAt, endsAt } = session;
  const moved = startsAt !== row.startsAt ? "it has moved: " : "";
  if (now < startsAt) {
    return `${moved}it starts in ${duration(Math.max(MINUTE, startsAt - now))}`;
  }
  const began = `began at ${clockTime(startsAt, timeZone)}`;
  return now < endsAt ? `${moved}it has begun · ${began}` : `${moved}it is over · ${began}`;
}

/** The reminders that could not ring in time, the latest first, with what has become of their sessions. */
export function Missed(props: {
  readonly rows: readonly Delivery[];
  readonly sessions: ReadonlyMap<string, Session>;
  readonly now: number;
  readonly timeZone: string;
  readonly say: (instant: number) => string;
}) {
  const { rows, sessions, now, timeZone, say } = props;
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">Missed</h2>
      {rows.length === 0 ? (
        <p className="quiet">None. A reminder that could not ring in time is listed here.</p>
      ) : (
        <ul className="reminder-list">
          {rows.map((row) => {
            const session = sessions.get(row.sessionId);
            return (
              <li key={row.key}>
                <time>{say(row.fireAt)}</time>
                <a href={sessionHash(row.sessionId)} dir="auto">
                  {session?.title ?? "A session no longer in the programme"}
                </a>
                {session?.part && <span className="quiet">{partWords(session)}</span>}
                <span className="quiet">{stateWords(session, row, now, timeZone)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
