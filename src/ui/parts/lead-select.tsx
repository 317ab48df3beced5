import { LEADS, type Lead } from "../../domain/lead";
import { t } from "../../domain/speech";

function wordsOf(lead: Lead, feedWords: string): string {
  if (lead === "feed") return feedWords;
  if (lead === "none") return t("Not at all");
  return lead === 0 ? t("At the start") : t("{minutes} min before", { minutes: lead });
}

/** The choice of a lead time. `feedWords` says what the programme itself sets. */
export function LeadSelect(props: {
  readonly label: string;
  readonly feedWords: string;
  readonly lead: Lead;
  readonly onChange: (lead: Lead) => void;
}) {
  const { label, feedWords, lead, onChange } = props;
  return (
    <label className="field">
      {label}
      <select
        value={String(lead)}
        onChange={({ target }) => {
          const chosen = LEADS.find((option) => String(option) === target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {LEADS.map((option) => (
          <option key={option} value={String(option)}>
            {wordsOf(option, feedWords)}
          </option>
        ))}
      </select>
    </label>
  );
}
