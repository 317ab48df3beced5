import { useMemo } from "react";
import { agendaOf } from "../../domain/agenda";
import { daysOf } from "../../domain/conference";
import { clashesOf } from "../../domain/conflict";
import { daysOfThese } from "../../domain/days-of-these";
import { lanesOf, lanesOfDay } from "../../domain/lanes";
import { NO_REMARKS, saidOf } from "../../domain/remarks";
import { clockTime, dayName } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import { waysOf } from "../../domain/ways";
import { BASE } from "../base-path";
import { ZoneNote } from "../parts/zone-note";
import type { OnPaperProps } from "./on-paper";
import { PaperRow } from "./paper-row";
import { QrCode } from "./qr-code";

/** The programme, or the starred sessions with what was said of them, for black ink on a sheet: every day, and the way back to the app. */
export function Paper({ conference, starred, now, what, remarks = NO_REMARKS }: OnPaperProps) {
  const { timeZone, sessions } = conference;
  const all = useMemo(() => lanesOf(sessions), [sessions]);
  const isAgenda = what === "agenda";
  const days = isAgenda ? daysOfThese(conference, saidOf(starred, remarks)) : daysOf(conference);
  const agenda = useMemo(
    () => (isAgenda ? agendaOf(conference, starred).days : []),
    [isAgenda, conference, starred],
  );
  const ways = useMemo(() => waysOf(agenda), [agenda]);
  const clashes = useMemo(() => agenda.flatMap((day) => clashesOf(day.sessions)), [agenda]);
  const address = new URL(BASE, location.href).href;
  const [first] = sessions;
  return (
    <div className="paper">
      <header>
        <div>
          <h1 dir="auto">{conference.name}</h1>
          <p className="paper-what">{isAgenda ? t("Agenda") : t("Schedule")}</p>
          {first && (
            <p>
              <ZoneNote timeZone={timeZone} at={first.startsAt} />
            </p>
          )}
          <p>
            {t("Printed on {day} at {time}. The app has what has changed since:", {
              day: dayName(dayOf(now, timeZone, 0)),
              time: clockTime(now, timeZone),
            })}
          </p>
          <p className="paper-address" dir="ltr">
            {address}
          </p>
        </div>
        <QrCode address={address} />
      </header>
      {days.size === 0 && <p>{t("Nothing is starred yet.")}</p>}
      {[...days].map(([day, ofDay]) => (
        // A table, as its heading is printed again on each sheet that the day goes on to.
        <table key={day}>
          <thead>
            <tr>
              <th colSpan={3} scope="colgroup">
                {dayName(day)}
              </th>
            </tr>
          </thead>
          <tbody>
            {ofDay.map((session) => (
              <PaperRow
                key={session.id}
                session={session}
                starred={starred.has(session.id)}
                visit={remarks.visits.get(session.id) ?? null}
                note={remarks.notes.get(session.id)?.trim() ?? ""}
                lanes={lanesOfDay(ofDay, all)}
                own={(session.room && all.get(session.room)) || null}
                timeZone={timeZone}
                way={ways.get(session.id) ?? null}
                clashes={clashes.filter(({ first, second }) => first === session || second === session)}
              />
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
