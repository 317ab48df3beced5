import { CircleStop } from "lucide-react";
import type { RefCallback } from "react";
import type { Clock } from "../../domain/clock";
import { clockTime } from "../../domain/say-time";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { deviceZone } from "../device-zone";
import { usePocketPlan } from "./use-pocket-plan";

/** Since when (device time, epoch milliseconds) pocket mode is on, or is being tested. */
export function sinceWords({ since, isTest }: { readonly since: number; readonly isTest: boolean }): string {
  const time = clockTime(since, deviceZone());
  return isTest
    ? t(
        "The test has been running since {time}. Lock the phone now, and look here again after five minutes.",
        {
          time,
        },
      )
    : t("On since {time}. You may lock the phone now.", { time });
}

/** Pocket mode while it is on, or is being tested: what comes next, and the way to end it. */
export function PocketRunning(props: {
  readonly db: Db;
  readonly clock: Clock;
  readonly isTest: boolean;
  readonly takeFocus: RefCallback<HTMLButtonElement>;
  readonly onStop: () => void;
}) {
  const { db, clock, isTest, takeFocus, onStop } = props;
  const { next } = usePocketPlan(db, clock);
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
