import type { CSSProperties } from "react";
import type { Lane } from "../../domain/lanes";
import { passedShare } from "../../domain/now-next";
import { timeTo } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import type { ToggleStar } from "../parts/star-button";
import { minutesLeft, phaseOf } from "../schedule/phase";
import { SessionRow } from "../schedule/session-row";

/** A session that is on or comes next, with how much of it has passed on its line, or how long it is to it. */
export function NowRow(props: {
  readonly session: Session;
  readonly lane: Lane | null;
  readonly starred: boolean;
  /** The attendee has said that it is not for them. */
  readonly passed: boolean;
  readonly timeZone: string;
  readonly now: number;
  readonly onToggle: ToggleStar;
}) {
  const { session, lane, starred, passed, timeZone, now, onToggle } = props;
  const phase = phaseOf(session, now);
  const share = `${Math.round(passedShare(session, now) * 100)}%`;
  return (
    <div className="now-slot" data-phase={phase} style={{ "--passed": share } as CSSProperties}>
      <SessionRow
        {...{ session, starred, passed, phase, timeZone, onToggle }}
        minutesLeft={minutesLeft(session, now)}
        lanes={lane ? [lane] : []}
        own={lane}
        traffic={phase === "now" ? "l" : "."}
        heading="h3"
      >
        {phase === "next" && <p className="now-in">{timeTo(session.startsAt - now)}</p>}
      </SessionRow>
    </div>
  );
}
