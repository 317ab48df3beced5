import { t } from "../../domain/speech";
import { promiseOf } from "../../reminders/device-promise";
import { Rich } from "../parts/rich";
import { useDeviceFacts } from "../use-device-facts";

/** One line on what rings where, so that nobody relies on a reminder that this device will not give. */
export function DeviceNote() {
  const { closed } = promiseOf(useDeviceFacts());
  return (
    <p className="quiet">
      <Rich
        text={t(
          "<strong>App closed:</strong> {words} Your calendar app decides how it alerts; check one event there. <a>What this device can do</a>",
          { words: closed.words },
        )}
        marks={{
          strong: (words) => <strong>{words}</strong>,
          a: (words) => <a href="#/reminders">{words}</a>,
        }}
      />
    </p>
  );
}
