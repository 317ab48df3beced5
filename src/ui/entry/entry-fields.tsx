import { type InputHTMLAttributes, useId } from "react";
import { type Conference, daysOf } from "../../domain/conference";
import { type EntryDraft, instantOn } from "../../domain/entry-draft";
import { lanesOf } from "../../domain/lanes";
import type { DraftProblems } from "../../domain/read-draft";
import { clockTime, dayName } from "../../domain/say-time";
import { placeOf } from "../../domain/say-zone";
import { t } from "../../domain/speech";
import { DAY_START_HOUR } from "../../domain/time";

/** What is written of an own entry; beside each field what is wrong with it. */
export function EntryFields(props: {
  readonly conference: Conference;
  readonly draft: EntryDraft;
  /** What there is to choose from, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<EntryDraft>) => void;
}) {
  const { conference, draft, days, problems, onChange } = props;
  const id = useId();
  const field = (
    name: Exclude<keyof EntryDraft, "day">,
    label: string,
    { "aria-describedby": about, ...more }: InputHTMLAttributes<HTMLInputElement> = {},
  ) => (
    <div>
      <label className="field">
        {label}
        <input
          value={draft[name]}
          aria-invalid={problems[name] !== undefined}
          aria-describedby={describedBy(problems[name] && `${id}-${name}`, about)}
          onChange={({ target }) => onChange({ [name]: target.value })}
          {...more}
        />
      </label>
      <p id={`${id}-${name}`} className="problem">
        {problems[name]}
      </p>
    </div>
  );
  const times = { type: "time", required: true, "aria-describedby": `${id}-zone` };
  return (
    <>
      {field("title", t("Title"), { required: true, dir: "auto", autoComplete: "off" })}
      <label className="field">
        {t("Day")}
        <select value={draft.day} onChange={({ target }) => onChange({ day: target.value })}>
          {days.map((day) => (
            <option key={day} value={day}>
              {dayName(day)}
            </option>
          ))}
        </select>
      </label>
      <div className="entry-times">
        {field("start", t("Begins"), times)}
        {field("end", t("Ends"), times)}
      </div>
      <p id={`${id}-zone`} className="quiet">
        {zoneWords(conference)}
      </p>
      {field("place", t("Place"), { list: `${id}-rooms`, dir: "auto", autoComplete: "off" })}
      <datalist id={`${id}-rooms`}>
        {[...lanesOf(conference.sessions).keys()].map((room) => (
          <option key={room} value={room} />
        ))}
      </datalist>
    </>
  );
}

function describedBy(...ids: readonly (string | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}

/** Whose clock the times are of, and to which day the small hours belong. */
function zoneWords(conference: Conference): string {
  const { timeZone, dayStartHour = DAY_START_HOUR } = conference;
  const place = placeOf(timeZone);
  const [day = ""] = daysOf(conference).keys();
  const hour = instantOn(day, `${String(dayStartHour).padStart(2, "0")}:00`, conference);
  return dayStartHour === 0 || hour === null
    ? t("{place} time.", { place })
    : t("{place} time. Times before {time} are of the night that follows.", {
        place,
        time: clockTime(hour, timeZone),
      });
}
