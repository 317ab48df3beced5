import { partsOf } from "../../domain/parts";
import { partWords, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { sessionHash } from "../../reminders/card";

/** Which part of a session this is, the way to the others, and a star for all of them. */
export function PartsNote(props: {
  readonly session: Session;
  readonly sessions: readonly Session[];
  readonly starred: ReadonlySet<string>;
  readonly onStar: (parts: readonly Session[]) => void;
}) {
  const { session, sessions, starred, onStar } = props;
  const parts = partsOf(session, sessions);
  if (parts.length === 0) return null;
  const missing = parts.filter(({ id }) => !starred.has(id));
  return (
    <div className="parts">
      <p>{partWords(session)}</p>
      <ul aria-label={t("The other parts")}>
        {parts
          .filter((other) => other !== session)
          .map((other) => (
            <li key={other.id}>
              <a href={sessionHash(other.id)}>{t("Part {number}", { number: other.part?.number ?? 0 })}</a>
            </li>
          ))}
      </ul>
      {missing.length > 0 ? (
        <button
          type="button"
          className="button"
          onClick={(event) => {
            // It goes with what it says: the keyboard is on the way back next.
            event.currentTarget.blur();
            onStar(parts);
          }}
        >
          {t("Star all {count} parts", { count: parts.length })}
        </button>
      ) : (
        <p>{t("All parts are starred.")}</p>
      )}
    </div>
  );
}
