import { clockTime, duration } from "../../domain/say-time";
import { partWords, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { MINUTE } from "../../domain/time";
import { keptOf, type OfConference } from "../../reminders/owed";
import type { Delivery } from "../../store/db";
import type { Kept } from "../../store/kept";
import { linkTo } from "../shown";
import type { SessionOf } from "./session-of";

/** What has become of a session whose reminder was missed, by the schedule as it stands. */
function stateWords(session: Session | undefined, row: Delivery, now: number, timeZone: string): string {
  if (!session || session.status === "CANCELLED") return t("it has been cancelled");
  const { startsAt, endsAt } = session;
  const hasMoved = startsAt !== row.startsAt;
  if (now < startsAt) {
    const time = duration(Math.max(MINUTE, startsAt - now));
    return hasMoved ? t("it has moved: it starts in {time}", { time }) : t("it starts in {time}", { time });
  }
  const time = clockTime(startsAt, timeZone);
  if (now < endsAt) {
    return hasMoved
      ? t("it has moved: it has begun · began at {time}", { time })
      : t("it has begun · began at {time}", { time });
  }
  return hasMoved
    ? t("it has moved: it is over · began at {time}", { time })
    : t("it is over · began at {time}", { time });
}

/** The reminders that could not ring in time, the latest first, with what has become of their sessions. */
export function Missed(props: {
  readonly rows: readonly Delivery[];
  readonly sessions: SessionOf;
  readonly kept: readonly Kept[];
  readonly now: number;
  readonly timeZone: string;
  readonly say: (instant: number, of: OfConference) => string;
}) {
  const { rows, sessions, kept, now, say } = props;
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">{t("Missed")}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{t("None. A reminder that could not ring in time is listed here.")}</p>
      ) : (
        <ul className="reminder-list">
          {rows.map((row) => {
            const session = sessions(row);
            const timeZone = keptOf(kept, row)?.conference.timeZone ?? props.timeZone;
            return (
              <li key={row.key}>
                <time>{say(row.fireAt, row)}</time>
                <a href={linkTo(row.sessionId, row.conference)} dir="auto">
                  {session?.title ?? t("A session no longer in the programme")}
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
