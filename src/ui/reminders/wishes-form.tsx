import type { Clock } from "../../domain/clock";
import type { Wishes } from "../../domain/wishes";
import type { Db } from "../../store/db";
import { changeWishes } from "../../store/wishes";
import { LeadSelect } from "../parts/lead-select";
import { say } from "../parts/toast";
import { useChosen } from "../use-chosen";

/** What rings, when and how: the attendee's wishes for all sessions. Each is kept as it is chosen. */
export function WishesForm(props: {
  readonly db: Db;
  readonly wishes: Wishes;
  readonly clock: Clock;
  readonly isPhone: boolean;
}) {
  const { db, clock, isPhone } = props;
  const [wishes, choose] = useChosen(props.wishes);
  const change = (next: Parameters<typeof changeWishes>[2]) => {
    choose({ ...wishes, ...next });
    void changeWishes(db, clock, next).catch(() => {
      choose(props.wishes);
      say("The choice could not be kept: this browser's storage did not take it.");
    });
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
      <h2 id="wishes">What rings, and when</h2>
      <fieldset className="choices">
        <legend>Remind me of</legend>
        <label>
          <input type="radio" name="scope" checked={!every} onChange={() => change({ scope: "stars" })} />
          my stars
        </label>
        <label>
          <input type="radio" name="scope" checked={every} onChange={() => change({ scope: "every" })} />
          every session
        </label>
        {every && check("breaks too", wishes.breaks, (breaks) => change({ breaks }))}
      </fieldset>
      <LeadSelect
        label="When"
        feedWords="As the programme says"
        lead={wishes.lead}
        onChange={(lead) => change({ lead })}
      />
      <div className="choices">
        {check("With sound and vibration", wishes.sound, (sound) => change({ sound }))}
        {isPhone &&
          check("As I leave the app, show in silence what is next", wishes.nextUp, (nextUp) =>
            change({ nextUp }),
          )}
      </div>
      <p className="quiet">A session’s own page can set another time for it.</p>
    </section>
  );
}
