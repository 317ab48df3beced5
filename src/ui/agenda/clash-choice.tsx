import type { ReactNode } from "react";
import { type ClashGroup, rivalsOf } from "../../domain/clash-group";
import { clockTime, duration } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { MINUTE } from "../../domain/time";
import { sessionHash } from "../../reminders/card";
import { Rich } from "../parts/rich";

/** Sessions that clash, side by side, each with a way to keep it. */
export function ClashChoice(props: {
  readonly group: ClashGroup;
  readonly timeZone: string;
  /** There is no more to choose. */
  readonly isPast: boolean;
  readonly row: (session: Session, more: ReactNode) => ReactNode;
  readonly onKeep: (kept: Session, rivals: readonly Session[]) => void;
}) {
  const { group, timeZone, isPast, row, onKeep } = props;
  return (
    <div className="clash-group" data-phase={isPast ? "past" : "next"}>
      <p className="overlap">{overlapWords(group, timeZone)}</p>
      <div className="sides">
        {group.sessions.map((session) => (
          <div key={session.id} className="side">
            {row(
              session,
              <>
                <Rivals session={session} group={group} />
                {!isPast && (
                  <button
                    type="button"
                    className="button"
                    aria-label={t("Keep {title}", { title: session.title })}
                    onClick={(event) => {
                      // It goes with what clashes: the keyboard is on the way back next.
                      event.currentTarget.blur();
                      onKeep(session, rivalsOf(session, group.clashes));
                    }}
                  >
                    {t("Keep")}
                  </button>
                )}
              </>,
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function overlapWords({ sessions, clashes, from, until }: ClashGroup, timeZone: string): string {
  const values = { from: clockTime(from, timeZone), until: clockTime(until, timeZone) };
  const [clash] = clashes;
  return clash && sessions.length === 2
    ? t("These overlap by {time}, {from}–{until}", { ...values, time: duration(clash.minutes * MINUTE) })
    : t("{count} sessions overlap between {from} and {until}", { ...values, count: sessions.length });
}

/** Who hears the page does not see what stands beside: each row names what it clashes with. */
function Rivals({ session, group }: { readonly session: Session; readonly group: ClashGroup }) {
  return rivalsOf(session, group.clashes).map((other) => {
    const minutes =
      group.clashes.find(({ first, second }) =>
        [first, second].every((side) => side === session || side === other),
      )?.minutes ?? 0;
    return (
      <p key={other.id} className="hidden">
        <Rich
          text={t("Clashes for {minutes} min with <a>{title}</a>", { minutes, title: other.title })}
          marks={{
            // Out of the keyboard's way: the title beside is the same link.
            a: (words) => (
              <a href={sessionHash(other.id)} tabIndex={-1}>
                {words}
              </a>
            ),
          }}
        />
      </p>
    );
  });
}
