import { useEffect, useState } from "react";
import { clockTime } from "../../domain/say-time";
import { t } from "../../domain/speech";
import type { PocketEnd } from "../../store/settings";
import { deviceZone } from "../device-zone";
import { isHeldSomewhere } from "./only-here";

/** How it last ended, where the attendee did not end it. */
export function PocketEnded({ end }: { readonly end: PocketEnd | null }) {
  const [isElsewhere, setElsewhere] = useState(true);
  useEffect(() => {
    void isHeldSomewhere().then(setElsewhere, () => setElsewhere(false));
  }, []);
  const words = () => {
    if (!end) return null;
    const time = clockTime(end.at, deviceZone());
    switch (end.why) {
      case "paused":
        return t("It stopped at {time}: another app, a call, a button or the system paused it.", { time });
      case "broken":
        return t("It stopped at {time}: this device does not play its sound.", { time });
      case "over":
        return t("It ended at {time}: nothing more rings that day.", { time });
      case "gone":
        // One that began after this page was opened has not gone with it: how it ended is being written.
        return isElsewhere || end.at >= performance.timeOrigin
          ? null
          : t("Started at {time}, it ended with the page: the app was closed, or the system stopped it.", {
              time,
            });
    }
  };
  return words();
}
