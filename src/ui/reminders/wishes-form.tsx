import { type Clock, isRehearsal } from "../../domain/clock";
import { type Asked, lostBy } from "../../domain/reminder";
import { t } from "../../domain/speech";
import { changedWishes, type WishesChange } from "../../domain/wishes";
import { sinceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import type { Kept } from "../../store/kept";
import { changeWishes } from "../../store/wishes";
import { LeadSelect } from "../parts/lead-select";
import { say } from "../parts/toast";
import { useChosen } from "../use-chosen";

/** What rings, when and how: the attendee's wishes for all sessions. Each is kept as it is chosen. */
export function WishesForm(props: {
  readonly db: Db;
  readonly kept: readonly Kept[];
  readonly asked: Asked;
  readonly clock: Clock;
  readonly now: number;
  readonly isPhone: boolean;
}) {
  const { db, kept, asked, clock, now, isPhone } = props;
  const [wishes, choose] = useChosen(asked.wishes);
  const change = async (next: WishesChange) => {
    choose({ ...wishes, ...next });
    const since = sinceNow(clock);
    const changed = changedWishes(wishes, next, since);
    const late = kept.reduce(
      (sum, { conference, asked: before }) =>
        sum + lostBy(conference, before, { ...before, wishes: changed }, clock, now),
      0,
    );
    try {
      await changeWishes(db, clock, wishes, next);
      if (late > 0)
        say(
          t(
            "{count, plural, one {Too late for # session about to begin: that will not ring any more.} other {Too late for # sessions about to begin: that will not ring any more.}}",
            { count: late },
          ),
        );
    } catch {
      choose(asked.wishes);
      say(t("The choice could not be kept: this browser’s storage did not take it."));
    }
  };
  const every = wishes.scope === "every";
  const check = (label: string, checked: boolean, onChange: (checked: boolean) => void) => (
    <label>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes">{t("What rings, and when")}</h2>
      <fieldset className="choices">
        <legend>{t("Remind me of")}</legend>
        <label>
          <input
            type="radio"
            name="scope"
            checked={!every}
            onChange={() => void change({ scope: "stars" })}
          />
          {t("my stars")}
        </label>
        <label>
          <input type="radio" name="scope" checked={every} onChange={() => void change({ scope: "every" })} />
          {t("every session")}
        </label>
        {every && check(t("breaks too"), wishes.breaks, (breaks) => void change({ breaks }))}
      </fieldset>
      <LeadSelect
        label={t("When")}
        feedWords={t("As the programme says")}
        lead={wishes.lead}
        onChange={(lead) => void change({ lead })}
      />
      <div className="choices">
        {check(t("With sound and vibration"), wishes.sound, (sound) => void change({ sound }))}
        {check(
          t("Tell me when a starred session changes"),
          wishes.changes === true,
          (changes) => void change({ changes }),
        )}
        {isPhone &&
          check(
            t("As I leave the app, show in silence what is next"),
            wishes.nextUp,
            (nextUp) => void change({ nextUp }),
          )}
      </div>
      <p className="quiet">
        {t("A session’s own page can set another time for it.")}
        {isRehearsal(clock) && ` ${t("What you choose here holds for the real day as well.")}`}
      </p>
    </section>
  );
}
