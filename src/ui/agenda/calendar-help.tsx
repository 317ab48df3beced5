import { CalendarDays } from "lucide-react";
import { t } from "../../domain/speech";
import { Rich } from "../parts/rich";
import { Sheet } from "../parts/sheet";

/** What the calendars make of the file, as far as that is known: in one screen, honest about lost alarms. */
function calendars(): readonly { readonly name: string; readonly steps: string }[] {
  return [
    { name: "Apple Calendar", steps: t("Open the file, choose “Add All”. Said to keep the alarms.") },
    {
      name: "Google Calendar",
      steps: t(
        "On a computer: Settings → Import & export. Drops the alarms: set the calendar’s own default notification first.",
      ),
    },
    {
      name: "Outlook",
      steps: t(
        "Open the file. Known to drop alarms: look at one session, and set a reminder where it is missing.",
      ),
    },
    {
      name: t("Calendars on Android"),
      steps: t(
        "Open the file with your calendar app; not every one takes files, and alarms differ from app to app.",
      ),
    },
  ];
}

/** The help to the calendar hand-off, in a sheet of its own. */
export function CalendarHelp({ label }: { readonly label: string }) {
  return (
    <Sheet
      label={label}
      icon={<CalendarDays aria-hidden="true" size={20} />}
      title={t("Your calendar rings when the app cannot")}
    >
      <p>
        <Rich
          text={t(
            "“Add to my calendar” on the <a>agenda</a> hands over a file with each session’s alarms written out. Your calendar app decides how it alerts: check one session there.",
          )}
          marks={{ a: (words) => <a href="#/agenda">{words}</a> }}
        />
      </p>
      <dl>
        {calendars().map(({ name, steps }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{steps}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t(
          "When the schedule moves, the agenda says so. Export again: a calendar that keeps to the standard updates the old entries; look at one.",
        )}
      </p>
    </Sheet>
  );
}
