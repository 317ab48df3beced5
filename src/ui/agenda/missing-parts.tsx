import type { Conference } from "../../domain/conference";
import { partsOf } from "../../domain/parts";
import { listed } from "../../domain/say-list";
import { overAt, type Session } from "../../domain/session";
import { numeral, t } from "../../domain/speech";

/** Which parts of a session are not starred, and a way to star them all; nothing where all are. */
export function MissingParts(props: {
  readonly conference: Conference;
  readonly session: Session;
  readonly starred: ReadonlySet<string>;
  readonly now: number;
  readonly onStar: (parts: readonly Session[]) => void;
}) {
  const { conference, session, starred, now, onStar } = props;
  const parts = partsOf(session, conference.sessions);
  const missing = parts.filter(({ id }) => !starred.has(id));
  // What is over needs no star any more.
  if (missing.every((part) => overAt(part) <= now)) return null;
  return (
    <div className="missing-parts">
      <p>
        {t("{count, plural, one {Part {numbers} is not starred.} other {Parts {numbers} are not starred.}}", {
          count: missing.length,
          numbers: listed(missing.map(({ part }) => numeral(part?.number ?? 0))),
        })}
      </p>
      <button
        type="button"
        className="button"
        aria-label={t("Star all {count} parts of {title}", { count: parts.length, title: session.title })}
        onClick={(event) => {
          // It goes with what it says: the keyboard is on the way back next.
          event.currentTarget.blur();
          onStar(parts);
        }}
      >
        {t("Star all {count} parts", { count: parts.length })}
      </button>
    </div>
  );
}
