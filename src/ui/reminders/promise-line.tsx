import { t } from "../../domain/speech";
import type { DevicePromise, Kept } from "../../reminders/device-promise";
import { Rich } from "../parts/rich";

const STATES = [
  "onScreen",
  "inBackground",
  "closed",
  "locked",
] as const satisfies readonly (keyof DevicePromise)[];

function nameOf(state: (typeof STATES)[number]): string {
  switch (state) {
    case "onScreen":
      return t("App on screen");
    case "inBackground":
      return t("In the background");
    case "closed":
      return t("Closed");
    case "locked":
      return t("Device locked");
  }
}

function spoken(keeps: Kept["keeps"], words: string): string {
  if (keeps === "yes") return t("<hidden>Rings: </hidden>{words}", { words });
  return keeps === "partly"
    ? t("<hidden>In part: </hidden>{words}", { words })
    : t("<hidden>Does not: </hidden>{words}", { words });
}

/** The promise as a line with four stops: full where it rings, half where only in part, empty where not. */
export function PromiseLine({ promise }: { readonly promise: DevicePromise }) {
  return (
    <dl className="promise">
      {STATES.map((state) => {
        const { keeps, words } = promise[state];
        return (
          <div key={state} data-keeps={keeps}>
            <dt>
              <span className="stop" aria-hidden="true" />
              {nameOf(state)}
            </dt>
            <dd>
              <Rich
                text={spoken(keeps, words)}
                marks={{ hidden: (said) => <span className="hidden">{said}</span> }}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
