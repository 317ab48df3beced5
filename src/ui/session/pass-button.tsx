import { EyeOff } from "lucide-react";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { setPassed } from "../../store/passes";
import { say } from "../parts/toast";
import { shown } from "../shown";
import { passStarred } from "../star-many";

/** "Not for me": lists dim the session. With it goes its star, for nobody wants both. */
export function PassButton(props: {
  readonly db: Db;
  readonly session: Session;
  readonly isStarred: boolean;
  readonly isPassed: boolean;
}) {
  const { db, session, isStarred, isPassed } = props;
  const toggle = async () => {
    if (isStarred) return passStarred(db, session);
    try {
      await setPassed(db, shown.get(), session.id, !isPassed);
    } catch {
      say(t("The choice could not be kept: this browser’s storage did not take it."));
    }
  };
  return (
    <button type="button" className="button pass" aria-pressed={isPassed} onClick={() => void toggle()}>
      <EyeOff aria-hidden="true" size={20} />
      {t("Not for me")}
    </button>
  );
}
