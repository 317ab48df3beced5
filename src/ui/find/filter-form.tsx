import { SlidersHorizontal } from "lucide-react";
import { memo, type ReactNode, useId, useState } from "react";
import { CHOICES, type Choice, type Filter, type FilterCounts, partsSet } from "../../domain/filter";
import { dayParts } from "../../domain/say-time";
import type { Kind } from "../../domain/session";
import { t } from "../../domain/speech";
import { kindWord } from "./kind-word";

/**
 * What to leave out, and how many sessions each choice would leave. On a phone behind one button; where there
 * is room, always there.
 */
export function FilterForm(props: {
  readonly filter: Filter;
  readonly counts: FilterCounts;
  readonly onChange: (filter: Filter) => void;
  /** Stands beside the button. */
  readonly children: ReactNode;
}) {
  const { filter, counts, onChange } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const set = partsSet(filter);
  return (
    <>
      <div className="found-head">
        <button
          type="button"
          className="filters-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <SlidersHorizontal aria-hidden="true" size={20} strokeWidth={1.75} />
          {set > 0 ? t("Filters ({set})", { set }) : t("Filters")}
        </button>
        {props.children}
      </div>
      <Filters {...{ id, open, filter, counts, onChange }} />
    </>
  );
}

/** What there is to choose. It stays as it is while words are typed. */
const Filters = memo(function Filters(props: {
  readonly id: string;
  readonly open: boolean;
  readonly filter: Filter;
  readonly counts: FilterCounts;
  readonly onChange: (filter: Filter) => void;
}) {
  const { id, open, filter, counts, onChange } = props;
  return (
    <fieldset className="filters" id={id} data-open={open}>
      <legend className="hidden">{t("Show only")}</legend>
      {CHOICES.filter((choice) => offers(choice, counts)).map((choice) => (
        <label key={choice}>
          <span>{choiceName(choice)}</span>
          <select
            value={filter[choice] ?? ""}
            data-set={filter[choice] !== null}
            onChange={({ target }) => onChange({ ...filter, [choice]: target.value || null })}
          >
            <option value="">{t("All")}</option>
            {counts.options[choice].map(({ value, count }) => (
              <option key={value} value={value}>
                {t("{name} ({count})", { name: valueName(choice, value), count })}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div className="ticks">
        <label className="tick">
          <input
            type="checkbox"
            checked={filter.starred}
            onChange={({ target }) => onChange({ ...filter, starred: target.checked })}
          />
          {t("Starred ({count})", { count: counts.starred })}
        </label>
        <label className="tick">
          <input
            type="checkbox"
            checked={filter.left}
            onChange={({ target }) => onChange({ ...filter, left: target.checked })}
          />
          {t("Not over yet ({count})", { count: counts.left })}
        </label>
      </div>
    </fieldset>
  );
});

/** A choice of one, or of none, is no choice: only categories can be missing from a session. */
function offers(choice: Choice, { options }: FilterCounts): boolean {
  return options[choice].length > (choice === "category" ? 0 : 1);
}

function choiceName(choice: Choice): string {
  switch (choice) {
    case "day":
      return t("Day");
    case "room":
      return t("Room");
    case "kind":
      return t("Kind");
    case "category":
      return t("Category");
  }
}

function valueName(choice: Choice, value: string): string {
  if (choice === "day") {
    const { short: weekday, date, month } = dayParts(value);
    return t("{weekday} {date} {month}", { weekday, date, month });
  }
  return choice === "kind" ? kindWord(value as Kind) : value;
}
