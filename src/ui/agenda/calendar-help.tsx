import { CalendarDays } from "lucide-react";
import { Sheet } from "../parts/sheet";

/** What the calendars make of the file, as far as that is known: in one screen, honest about lost alarms. */
const CALENDARS = [
  {
    name: "Apple Calendar",
    steps: "Open the file, choose “Add All”. Said to keep the alarms.",
  },
  {
    name: "Google Calendar",
    steps:
      "On a computer: Settings → Import & export. Drops the alarms: set the calendar’s own default notification first.",
  },
  {
    name: "Outlook",
    steps:
      "Open the file. Known to drop alarms: look at one session, and set a reminder where it is missing.",
  },
  {
    name: "Calendars on Android",
    steps:
      "Open the file with your calendar app; not every one takes files, and alarms differ from app to app.",
  },
] as const;

/** The help to the calendar hand-off, in a sheet of its own. */
export function CalendarHelp({ label }: { readonly label: string }) {
  return (
    <Sheet
      label={label}
      icon={<CalendarDays aria-hidden="true" size={20} />}
      title="Your calendar rings when the app cannot"
    >
      <p>
        “Add to my calendar” on the <a href="#/agenda">agenda</a> hands over a file with each session’s alarms
        written out. Your calendar app decides how it alerts: check one session there.
      </p>
      <dl>
        {CALENDARS.map(({ name, steps }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{steps}</dd>
          </div>
        ))}
      </dl>
      <p>
        When the schedule moves, the agenda says so. Export again: a calendar that keeps to the standard
        updates the old entries; look at one.
      </p>
    </Sheet>
  );
}
