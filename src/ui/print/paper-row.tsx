import type { Clash } from "../../domain/conflict";
import type { Lane } from "../../domain/lanes";
import { clockTime } from "../../domain/say-time";
import { cancelledWords, isBreak, partWords, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Transfer } from "../../domain/transfer";
import { type Visit, visitWords } from "../../domain/visit";
import { transferWords } from "../agenda/transfer-words";
import { kindName } from "../parts/kind-name";
import { MOST_LINES } from "../schedule/lines";

/** One session on a sheet: when, its station among the rooms' lines, and what. */
export function PaperRow(props: {
  readonly session: Session;
  readonly starred: boolean;
  readonly lanes: readonly Lane[];
  readonly own: Lane | null;
  readonly timeZone: string;
  readonly visit: Visit | null;
  /** What the attendee has written to it; an empty text where that is nothing. */
  readonly note: string;
  /** What the agenda says about it: the way to it, and what else is on then. */
  readonly way: Transfer | null;
  readonly clashes: readonly Clash[];
}) {
  const { session, starred, lanes, own, timeZone, visit, note, way, clashes } = props;
  const { startsAt, endsAt, allDay, status, title } = session;
  const kind = kindName(session);
  const pause = isBreak(session);
  const drawn = lanes.length > MOST_LINES ? (own ? [own] : []) : lanes;
  const facts = [
    status === "CANCELLED" && cancelledWords(session),
    own ? !pause && own.room : session.own && session.room,
    kind,
    partWords(session),
    visit && visitWords(visit),
  ].filter(Boolean);
  return (
    <tr className={pause ? "paper-pause" : undefined} data-cancelled={status === "CANCELLED" || undefined}>
      <td className="paper-time">
        {allDay ? t("All day") : clockTime(startsAt, timeZone)}
        {endsAt > startsAt && !allDay && <span>–{clockTime(endsAt, timeZone)}</span>}
      </td>
      <td className="paper-lines">
        <div aria-hidden="true">
          {drawn.map((lane) => (
            <span key={lane.room} className="paper-lane">
              {lane === own && !pause && (
                <span className="paper-station" data-starred={starred}>
                  {lane.letter}
                </span>
              )}
            </span>
          ))}
          {pause && drawn.length > 0 && <span className="paper-interchange" />}
        </div>
      </td>
      <td>
        {way && <p className="paper-note">{transferWords(way)}</p>}
        <p className="paper-title">
          {starred && !session.own && <span>★ </span>}
          <bdi>{title}</bdi>
        </p>
        {facts.length > 0 && <p dir="auto">{facts.join(" · ")}</p>}
        {clashes.map(({ first, second, minutes }) => (
          <p key={`${first.id} ${second.id}`} className="paper-note">
            {t("Clashes for {minutes} min with {title}", {
              minutes,
              title: (first === session ? second : first).title,
            })}
          </p>
        ))}
        {note !== "" && (
          <p className="paper-words" dir="auto">
            {note}
          </p>
        )}
      </td>
    </tr>
  );
}
