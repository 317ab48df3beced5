import type { Conference } from "../../domain/conference";
import { clockTime, dayName, duration, sameClock, zoneLabel } from "../../domain/say-time";
import { whenWords } from "../../domain/say-when";
import { dateOf, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import { deviceZone } from "../device-zone";
import { ZoneNote } from "../parts/zone-note";
import { phaseOf } from "../schedule/phase";

/** When a session is: its time and how far off that is, in the conference's zone and in the device's own. */
export function When(props: {
  readonly session: Session;
  readonly conference: Pick<Conference, "timeZone" | "dayStartHour">;
  readonly now: number;
}) {
  const { session, conference, now } = props;
  const { timeZone } = conference;
  const { startsAt, endsAt, allDay } = session;
  const date = dayName(dateOf(session, timeZone));
  const own = deviceZone();
  const lasts = endsAt > startsAt && !allDay;
  return (
    <div className="when">
      <p className="hours">
        <strong>{allDay ? t("All day") : spanIn(session, timeZone)}</strong>
        {session.status !== "CANCELLED" && (
          <span className="stands" data-phase={phaseOf(session, now)}>
            {whenWords(session, now, conference)}
          </span>
        )}
      </p>
      <p className="quiet">
        {lasts ? t("{day} · {time}", { day: date, time: duration(endsAt - startsAt) }) : date}
        {" · "}
        <ZoneNote timeZone={timeZone} at={startsAt} />
      </p>
      {!allDay && !sameClock(startsAt, timeZone, own) && (
        <p className="quiet">{ownWords(session, timeZone, own)}</p>
      )}
    </div>
  );
}

function spanIn({ startsAt, endsAt }: Session, zone: string): string {
  const from = clockTime(startsAt, zone);
  return endsAt > startsAt ? `${from}–${clockTime(endsAt, zone)}` : from;
}

/** The device's own time, with its day where that is another. */
function ownWords(session: Session, timeZone: string, own: string): string {
  const { startsAt } = session;
  const ownDay = dayOf(startsAt, own, 0);
  const values = { span: spanIn(session, own), zone: zoneLabel(startsAt, own), day: dayName(ownDay) };
  return ownDay === dayOf(startsAt, timeZone, 0)
    ? t("{span} on this device’s clock ({zone})", values)
    : t("{span} on {day} on this device’s clock ({zone})", values);
}
