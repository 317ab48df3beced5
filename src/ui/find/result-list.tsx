import { memo, type ReactNode } from "react";
import { type Conference, daysOf } from "../../domain/conference";
import { lanesOf, lanesOfDay } from "../../domain/lanes";
import { linesOf } from "../../domain/line";
import { stageOf } from "../../domain/now-next";
import { dayName } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { ToggleStar } from "../parts/star-button";
import { drawnLanes } from "../schedule/lines";
import { minutesLeft, phaseOf } from "../schedule/phase";
import { SessionRow } from "../schedule/session-row";
import { Marked } from "./marked";
import type { Hit } from "./search-index";

interface ListProps {
  readonly conference: Conference;
  /** What to show of it, in this order. */
  readonly sessions: readonly Session[];
  readonly starred: ReadonlySet<string>;
  /** What the attendee has said is not for them. */
  readonly passed: ReadonlySet<string>;
  readonly now: number;
  readonly onToggle: ToggleStar;
}

/** What a row needs in every list. */
function useRows({ conference, starred, passed, now, onToggle }: ListProps) {
  const lanes = lanesOf(conference.sessions);
  const isOver = stageOf(conference.sessions, now) === "over";
  const rowOf = (session: Session) => ({
    session,
    starred: starred.has(session.id),
    passed: passed.has(session.id),
    // What is over altogether is to be read again, and recedes behind nothing.
    phase: isOver ? ("next" as const) : phaseOf(session, now),
    minutesLeft: minutesLeft(session, now),
    own: (session.room && lanes.get(session.room)) || null,
    timeZone: conference.timeZone,
    onToggle,
  });
  return { lanes, rowOf };
}

/** Sessions day by day, for a search without words. */
export const ResultsByDay = memo(function ResultsByDay(props: ListProps) {
  const { lanes, rowOf } = useRows(props);
  return [...daysOf(props)].map(([day, ofDay]) => {
    const ofRows = lanesOfDay(ofDay, lanes);
    const lines = linesOf(ofDay, drawnLanes(ofRows), props.starred, props.now);
    return (
      <section key={day} aria-label={dayName(day)}>
        <h2 className="day">{dayName(day)}</h2>
        <ol className="line">
          {ofDay.map((session, index) => (
            <li key={session.id}>
              <SessionRow {...rowOf(session)} {...lines[index]} lanes={ofRows} heading="h3" />
            </li>
          ))}
        </ol>
      </section>
    );
  });
});

/** Sessions by how well they match, each with its day and with what was found in it. */
export const ResultsByRank = memo(function ResultsByRank(
  props: ListProps & { readonly hits: ReadonlyMap<string, Hit> },
) {
  const { conference, sessions, hits } = props;
  const { rowOf } = useRows(props);
  const days = daysOf(conference).size;
  return (
    <ol className="line found">
      {sessions.map((session) => {
        const row = rowOf(session);
        const hit = hits.get(session.id);
        const titleMarks: { titleMarks?: ReactNode } = hit?.title
          ? { titleMarks: <Marked pieces={hit.title} /> }
          : {};
        return (
          <li key={session.id}>
            <SessionRow {...row} {...titleMarks} lanes={row.own ? [row.own] : []} heading="h2">
              {days > 1 && <p className="facts">{dayName(session.day)}</p>}
              {hit?.context && (
                <p className="context" dir="auto">
                  <Marked pieces={hit.context} />
                </p>
              )}
              {hit?.note && (
                <p className="context">
                  {t("Your note:")}{" "}
                  <bdi>
                    <Marked pieces={hit.note} />
                  </bdi>
                </p>
              )}
            </SessionRow>
          </li>
        );
      })}
    </ol>
  );
});
