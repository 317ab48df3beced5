import { dayParts } from "../../domain/say-time";
import { dayHref } from "../route";

/** The days of the conference, each a link that carries its date; the rest of each name is for readers. */
export function DayTabs(props: {
  readonly days: readonly string[];
  readonly shown: string;
  readonly today: string;
}) {
  return (
    <div className="day-tabs">
      <ul className="column" aria-label="Days">
        {props.days.map((day) => {
          const { weekday, date, month } = dayParts(day);
          return (
            <li key={day}>
              <a
                href={dayHref(day)}
                aria-current={day === props.shown ? "page" : undefined}
                data-today={day === props.today || undefined}
              >
                <span className="weekday">
                  {weekday.slice(0, 3)}
                  <span className="hidden">{weekday.slice(3)}</span>
                </span>{" "}
                <span className="date">{date}</span>
                <span className="hidden"> {month}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
