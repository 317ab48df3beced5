import { Star } from "lucide-react";
import type { Session } from "../../domain/session";

export type ToggleStar = (session: Session, starred: boolean) => void;

/** The attendee's mark. Its name never changes; that it is set is said by its state. */
export function StarButton(props: {
  readonly session: Session;
  readonly starred: boolean;
  readonly onToggle: ToggleStar;
}) {
  const { session, starred, onToggle } = props;
  return (
    <button
      type="button"
      className="star"
      aria-label={`Star ${session.title}`}
      aria-pressed={starred}
      onClick={() => onToggle(session, starred)}
    >
      <Star aria-hidden="true" size={24} strokeWidth={1.75} />
    </button>
  );
}
