import { CircleStop } from "lucide-react";
import type { RefCallback } from "react";
import { clockTime } from "../../domain/say-time";
import { t } from "../../domain/speech";
import type { Upcoming } from "../../reminders/pocket-plan";
import { deviceZone } from "../device-zone";

/**
 * Since when (device time, epoch milliseconds) pocket mode is on, or is being tested, and whether the phone may be
 * locked for it: only what its test has shown is promised.
 */
export function sinceWords(
  on: { readonly since: number; readonly isTest: boolean },
  isProven: boolean,
): string {
  const said = { time: clockTime(on.since, deviceZone()) };
  if (on.isTest)
    return t(
      "The test has been running since {time}. Lock the phone now, and look here again after five minutes.",
      said,
    );
  return isProven
    ? t("On since {time}. You may lock the phone now.", said)
    : t("On since {time}. That it goes on while the phone is locked has not been shown here.", said);
}

/** Pocket mode while it is on, or is being tested: what comes next, and the way to end it. */
export function PocketRunning(props: {
  readonly next: Upcoming | undefined;
  readonly isTest: boolean;
  readonly takeFocus: RefCallback<HTMLButtonElement>;
  readonly onStop: () => void;
}) {
  const { next, isTest, takeFocus, onStop } = props;
  return (
    <>
      {!isTest && next && (
        <ul className="reminder-list next">
          <li>
            <time>{clockTime(next.session.startsAt, next.timeZone)}</time>
            <span dir="auto">{next.session.title}</span>
            {next.session.room && <bdi className="quiet">{next.session.room}</bdi>}
          </li>
        </ul>
      )}
      <p className="actions">
        <button type="button" className="button" ref={takeFocus} onClick={onStop}>
          <CircleStop aria-hidden="true" size={20} />
          {isTest ? t("Stop the test") : t("Stop pocket mode")}
        </button>
      </p>
    </>
  );
}
