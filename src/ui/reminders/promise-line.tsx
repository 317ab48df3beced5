import type { DevicePromise, Kept } from "../../reminders/device-promise";

const STATES: readonly (readonly [keyof Omit<DevicePromise, "advice">, string])[] = [
  ["onScreen", "App on screen"],
  ["inBackground", "In the background"],
  ["closed", "Closed"],
  ["locked", "Device locked"],
];

const SPOKEN: Readonly<Record<Kept["keeps"], string>> = {
  yes: "Rings: ",
  partly: "In part: ",
  no: "Does not: ",
};

/** The promise as a line with four stops: full where it rings, half where only in part, empty where not. */
export function PromiseLine({ promise }: { readonly promise: DevicePromise }) {
  return (
    <dl className="promise">
      {STATES.map(([state, name]) => {
        const { keeps, words } = promise[state];
        return (
          <div key={state} data-keeps={keeps}>
            <dt>
              <span className="stop" aria-hidden="true" />
              {name}
            </dt>
            <dd>
              <span className="hidden">{SPOKEN[keeps]}</span>
              {words}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
