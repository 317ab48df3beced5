import { retold, t } from "../../domain/speech";
import type { Db, HeldBack } from "../../store/db";
import { acceptHeld, dismissHeld } from "../../store/held";
import { say } from "./toast";

/** A schedule that arrived and was held back: why, and the attendee's word on it. */
export function HeldNotice(props: {
  readonly db: Db;
  /** The key of its conference. */
  readonly conference: string;
  readonly held: HeldBack;
}) {
  const { db, conference, held } = props;
  const answer = (work: Promise<void>) =>
    void work.catch(() => say(t("The choice could not be kept: this browser’s storage did not take it.")));
  return (
    <div className="notice" role="alert">
      <p>{t("{reason} The saved copy stays as it is.", { reason: retold(held.reason) })}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => answer(acceptHeld(db, conference))}>
          {t("Show the new schedule")}
        </button>
        <button type="button" className="button" onClick={() => answer(dismissHeld(db, conference))}>
          {t("Keep the saved one")}
        </button>
      </p>
    </div>
  );
}
