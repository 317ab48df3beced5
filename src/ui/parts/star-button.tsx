import { Star } from "lucide-react";
import { useState } from "react";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";

/** Sets the star of a session, or takes it away where it is starred; false where that could not be kept. */
export type ToggleStar = (session: Session, starred: boolean) => Promise<boolean>;

/** The attendee's mark. Its name never changes; that it is set is said by its state. */
export function StarButton(props: {
  readonly session: Session;
  readonly starred: boolean;
  /** Too far from what is seen to have its picture. */
  readonly isOutline?: boolean | undefined;
  readonly onToggle: ToggleStar;
}) {
  const { session, starred, isOutline, onToggle } = props;
  // Until all else has been drawn with it: what was pressed is to be seen at once, whatever hangs on it.
  const [pressed, setPressed] = useState<boolean | null>(null);
  if (pressed === starred) setPressed(null);
  const isSet = pressed ?? starred;
  const press = async () => {
    setPressed(!isSet);
    if (!(await onToggle(session, isSet))) setPressed(null);
  };
  return (
    <button
      type="button"
      className="star"
      aria-label={t("Star {title}", { title: session.title })}
      aria-pressed={isSet}
      onClick={() => void press()}
    >
      {!isOutline && <Star aria-hidden="true" size={24} strokeWidth={1.75} />}
    </button>
  );
}
