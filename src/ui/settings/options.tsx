import type { ReactNode } from "react";

/** One choice out of few. Each control has an id: everything may be drawn anew as it is chosen. */
export function Options<Value extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly chosen: Value;
  readonly options: readonly (readonly [Value, ReactNode])[];
  readonly onChoose: (value: Value) => void;
}) {
  const { name, label, chosen, options, onChoose } = props;
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {options.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            id={`${name}-${value}`}
            name={name}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
