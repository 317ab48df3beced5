import { Star } from "lucide-react";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";

export type ToggleStar = (session: Session, starred: boolean) => void;

/** The attendee's mark. Its name never changes; that it is set is said by its state. */
export function StarButton(props: {
  readonly session: Session;
  readonly starred: boolean;
  /** Too far from what is seen to have its picture. */
  readonly isOutline?: boolean | undefined;
  readonly onToggle: ToggleStar;
}) {
  const { session, starred, isOutline, onToggle } = props;
  return (
    <button
      type="button"
      className="star"
      aria-label={t("Star {title}", { title: session.title })}
      aria-pressed={starred}
      onClick={() => onToggle(session, starred)}
    >
      {!isOutline && <Star aria-hidden="true" size={24} strokeWidth={1.75} />}
    </button>
  );
}
