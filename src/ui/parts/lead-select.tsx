import { LEADS, type Lead } from "../../domain/lead";

const WORDS: ReadonlyMap<Lead, string> = new Map<Lead, string>([
  [0, "At the start"],
  [10, "10 min before"],
  [15, "15 min before"],
  ["none", "Not at all"],
]);

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
            {WORDS.get(option) ?? feedWords}
          </option>
        ))}
      </select>
    </label>
  );
}
