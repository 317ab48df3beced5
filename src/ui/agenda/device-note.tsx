import { promiseOf } from "../../reminders/device-promise";
import { useDeviceFacts } from "../use-device-facts";

/** One line on what rings where, so that nobody relies on a reminder that this device will not give. */
export function DeviceNote() {
  const { closed } = promiseOf(useDeviceFacts());
  return (
    <p className="quiet">
      <strong>App closed:</strong> {closed.words} Your calendar app decides how it alerts; check one event
      there. <a href="#/reminders">What this device can do</a>
    </p>
  );
}
