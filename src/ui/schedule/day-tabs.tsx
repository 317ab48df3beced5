import { dayName, dayParts } from "../../domain/say-time";
import { dayHref } from "../route";

/** The days of the conference, each a link that carries its date. */
export function DayTabs(props: {
  readonly days: readonly string[];
  readonly shown: string;
  readonly today: string;
}) {
  return (
    <div className="day-tabs">
      <ul className="column" aria-label="Days">
        {props.days.map((day) => {
          const { weekday, date } = dayParts(day);
          return (
            <li key={day}>
              <a
                href={dayHref(day)}
                aria-label={dayName(day)}
                aria-current={day === props.shown ? "page" : undefined}
                data-today={day === props.today || undefined}
              >
                <span className="weekday">{weekday.slice(0, 3)}</span> <span className="date">{date}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
