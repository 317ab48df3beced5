import type { Conference } from "../../domain/conference";
import { daysOfThese } from "../../domain/days-of-these";
import type { Lane } from "../../domain/lanes";
import { type Remarks, saidOf } from "../../domain/remarks";
import { dayName } from "../../domain/say-time";
import { t } from "../../domain/speech";
import type { ToggleStar } from "../parts/star-button";
import { SessionRow } from "../schedule/session-row";
import { RemarkLines } from "./remark-lines";

const NO_STARS: ReadonlySet<string> = new Set();

/** The sessions that are not starred and have a note or a mark all the same, also such as are gone. */
export function AlsoNoted(props: {
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly remarks: Remarks;
  readonly allLanes: ReadonlyMap<string, Lane>;
  readonly onToggle: ToggleStar;
}) {
  const { conference, starred, remarks, allLanes, onToggle } = props;
  const ids = new Set([...saidOf(NO_STARS, remarks)].filter((id) => !starred.has(id)));
  const sessions = [...daysOfThese(conference, ids).values()].flat();
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="also-noted">
      <h2 className="day" id="also-noted">
        {t("Not starred, with your note or mark")}
      </h2>
      <ol className="line found">
        {sessions.map((session) => {
          const own = (session.room && allLanes.get(session.room)) || null;
          return (
            <li key={session.id}>
              <SessionRow
                {...{ session, own, onToggle }}
                starred={false}
                phase="next"
                minutesLeft={null}
                lanes={own ? [own] : []}
                timeZone={conference.timeZone}
                heading="h3"
              >
                <p className="facts">{dayName(session.day)}</p>
                <RemarkLines id={session.id} remarks={remarks} />
              </SessionRow>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
