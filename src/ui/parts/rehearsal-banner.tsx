import type { Clock } from "../../domain/clock";
import { type Conference, todayOf } from "../../domain/conference";
import { clockTime, dayParts } from "../../domain/say-time";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { leaveRehearsal } from "../rehearsal";

/** Says, on every view, that the clock shown is not the real one, and ends that. */
export function RehearsalBanner(props: {
  readonly db: Db;
  readonly clock: Clock;
  readonly now: number;
  readonly conference: Pick<Conference, "timeZone" | "dayStartHour">;
}) {
  const { db, clock, now, conference } = props;
  const { short, date, month } = dayParts(todayOf(conference, now));
  return (
    <section className="rehearsal" aria-label={t("Rehearsal")}>
      <p>
        <strong>{clock.speed > 1 ? t("Rehearsal ×{speed}", { speed: clock.speed }) : t("Rehearsal")}</strong>{" "}
        <span>
          {t("{time}, {weekday} {date} {month}", {
            time: clockTime(now, conference.timeZone),
            weekday: short,
            date,
            month,
          })}
        </span>
      </p>
      <button type="button" className="button" onClick={() => void leaveRehearsal(db)}>
        {t("End rehearsal")}
      </button>
    </section>
  );
}
