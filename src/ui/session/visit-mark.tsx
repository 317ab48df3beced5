import { Check, X } from "lucide-react";
import { useId } from "react";
import { numeral, t } from "../../domain/speech";
import { BEST, pressedVisit, ratedVisit, type Visit } from "../../domain/visit";
import type { Db } from "../../store/db";
import { setVisit } from "../../store/visits";
import { say } from "../parts/toast";
import { shown } from "../shown";
import { useChosen } from "../use-chosen";

const RATINGS = Array.from({ length: BEST }, (_, index) => index + 1);

/** Whether the attendee was there, and how it was. What is pressed again is taken back. */
export function VisitMark(props: {
  readonly db: Db;
  readonly sessionId: string;
  readonly kept: Visit | null;
}) {
  const { db, sessionId, kept } = props;
  const [visit, show] = useChosen(kept);
  const name = useId();
  const rating = visit?.rating ?? null;
  const choose = async (chosen: Visit | null) => {
    show(chosen);
    try {
      await setVisit(db, shown.get(), sessionId, chosen);
    } catch {
      show(kept);
      say(t("The choice could not be kept: this browser’s storage did not take it."));
    }
  };
  const toggle = (was: Visit["was"], words: string, Icon: typeof Check) => (
    <button
      type="button"
      className="button"
      aria-pressed={visit?.was === was}
      onClick={() => void choose(pressedVisit(sessionId, visit, was))}
    >
      <Icon aria-hidden="true" size={20} />
      {words}
    </button>
  );
  return (
    <div className="visit">
      <p className="actions">
        {toggle("seen", t("Seen"), Check)}
        {toggle("skipped", t("Skipped"), X)}
      </p>
      <fieldset className="rating">
        <legend>{t("Your rating")}</legend>
        {RATINGS.map((value) => (
          <label key={value} data-set={rating !== null && value <= rating}>
            <input
              type="radio"
              name={name}
              checked={rating === value}
              onChange={() => void choose(ratedVisit(sessionId, value))}
            />
            {numeral(value)}
          </label>
        ))}
        {rating !== null && (
          <button
            type="button"
            className="text-button"
            aria-label={t("Clear rating")}
            onClick={(event) => {
              // It goes with what it clears: the keyboard stays with the choice.
              event.currentTarget.parentElement?.querySelector<HTMLElement>("input:checked")?.focus();
              void choose(ratedVisit(sessionId, null));
            }}
          >
            {t("Clear")}
          </button>
        )}
      </fieldset>
    </div>
  );
}
