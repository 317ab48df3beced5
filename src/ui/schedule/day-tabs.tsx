import { dayName, dayParts } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { dayHref } from "../route";

/** The days of the conference, each a link that carries its date. */
export function DayTabs(props: {
  readonly days: readonly string[];
  readonly shown: string;
  readonly today: string;
}) {
  return (
    <div className="day-tabs">
      <ul className="column" aria-label={t("Days")}>
        {props.days.map((day) => {
          const { short, date } = dayParts(day);
          return (
            <li key={day}>
              <a
                href={dayHref(day)}
                aria-label={dayName(day)}
                aria-current={day === props.shown ? "page" : undefined}
                data-today={day === props.today || undefined}
              >
                <span className="weekday">{short}</span> <span className="date">{date}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
