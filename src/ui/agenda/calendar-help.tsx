import { CalendarDays } from "lucide-react";
import { useRef } from "react";

/** What the calendars make of the file, as far as that is known: in one screen, honest about lost alarms. */
const CALENDARS = [
  {
    name: "Apple Calendar",
    steps: "Open the file and choose “Add All”. Said to keep the file’s alarms.",
  },
  {
    name: "Google Calendar",
    steps:
      "On a computer: Settings → Import & export → Import. It drops the file’s alarms and sets its own default instead: set that to 5 minutes before you import.",
  },
  {
    name: "Outlook",
    steps:
      "File → Open & Export → Import, or open the file. It is known to drop the file’s alarms: check one session, and set a reminder there where it is missing.",
  },
  {
    name: "Calendars on Android",
    steps:
      "Share or open the file to your calendar app. Not every one takes files: Google’s does so on a computer only. What becomes of the alarms differs from app to app.",
  },
] as const;

/** The help to the calendar hand-off, in a sheet of its own. */
export function CalendarHelp() {
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => sheet.current?.showModal()}>
        <CalendarDays aria-hidden="true" size={20} />
        What calendars do with it
      </button>
      <dialog ref={sheet} className="sheet" aria-labelledby="calendar-help">
        <h2 id="calendar-help">Your calendar rings when the app cannot</h2>
        <p>
          “Add to my calendar” on the agenda hands over a file with each session’s alarms written out. Your
          calendar app decides how it alerts: check one session there.
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
          When the schedule moves, the agenda says so: export again, and the new file updates the old entries.
        </p>
        <form method="dialog">
          <button type="submit" className="button">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
