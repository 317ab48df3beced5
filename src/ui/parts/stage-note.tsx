import type { Stage } from "../../domain/now-next";
import { clockTime, dayName, timeTo } from "../../domain/say-time";
import { dateOf, isHeld, type Session } from "../../domain/session";
import { t } from "../../domain/speech";

/** How long it is to the conference, and, when that is over, what stays of it. Nothing in between. */
export function StageNote(props: {
  readonly stage: Stage;
  readonly sessions: readonly Session[];
  readonly starred: number;
  readonly now: number;
  readonly timeZone: string;
}) {
  const { stage, sessions, starred, now, timeZone } = props;
  if (stage === "during") return null;
  if (stage === "over") {
    return (
      <p className="stage">
        {t("The conference is over.")}{" "}
        {starred > 0 && (
          <a href="#/agenda">
            {t(
              "{count, plural, one {The session you starred stays here} other {Your # starred sessions stay here}}",
              {
                count: starred,
              },
            )}
          </a>
        )}
      </p>
    );
  }
  const first = sessions.find(isHeld) ?? sessions[0];
  if (!first) return null;
  return (
    <p className="stage">
      <strong>{t("Begins {time}", { time: timeTo(first.startsAt - now) })}</strong>
      <span>
        {t("{day}, {time}", {
          day: dayName(dateOf(first, timeZone)),
          time: clockTime(first.startsAt, timeZone),
        })}
      </span>
    </p>
  );
}
