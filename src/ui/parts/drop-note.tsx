import { t } from "../../domain/speech";
import { useBoard } from "../board";
import { isDropping } from "../conferences/catch-incoming";

/** Says, while something is held over the page, what becomes of it if it is let go. */
export function DropNote() {
  if (!useBoard(isDropping)) return null;
  return (
    <div className="toast" data-dropping="">
      {t("Let go here to look at the calendar. Nothing is kept before you say so.")}
    </div>
  );
}
