import { detectDevice } from "../../reminders/device";
import { promiseOf } from "../../reminders/device-promise";
import { usePermission } from "../use-permission";

/** One line on what rings where, so that nobody relies on a reminder that this device will not give. */
export function DeviceNote() {
  const permission = usePermission();
  const device = detectDevice();
  const { closed } = promiseOf(device, permission);
  return (
    <p className="quiet">
      <strong>App closed:</strong> {closed} Your calendar app decides how it alerts; check one event there.{" "}
      <a href="#/reminders">What this device can do</a>
    </p>
  );
}
