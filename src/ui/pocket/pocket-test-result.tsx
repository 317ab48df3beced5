import { cameInTime, type PocketDue, type PocketTest, verdictOfTest } from "../../domain/pocket-test";
import { clockSeconds, clockTime, dayName } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { dayOf, SECOND } from "../../domain/time";
import { latenessWords } from "../../reminders/delivery-words";
import { deviceNow } from "../../store/clock";
import { deviceZone } from "../device-zone";

/** What a test of pocket mode has measured on this device: of each reminder, when it was due, heard and shown. */
export function PocketTestResult(props: {
  readonly test: PocketTest;
  readonly isStale: boolean;
  /** It goes on in this window. */
  readonly isGoing: boolean;
}) {
  const { test, isStale, isGoing } = props;
  const zone = deviceZone();
  const { startedAt, dues, cards } = test;
  return (
    <>
      <h3>
        {t("Test on {day}, {time}", {
          day: dayName(dayOf(startedAt, zone, 0)),
          time: clockTime(startedAt, zone),
        })}
      </h3>
      <p role="status" aria-label={t("Test of pocket mode")}>
        {isStale
          ? t("It was made with another version of the app or the browser, and says nothing of this one.")
          : verdictWords(test, isGoing)}
      </p>
      <ul className="reminder-list log">
        {dues.map((due) => (
          <li key={due.dueAt} data-good={cameInTime(due, cards) || isToCome(due)}>
            <span>{t("due {time}", { time: clockSeconds(due.dueAt, zone) })}</span>
            <span className="quiet">{dueWords(due, cards)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function verdictWords(test: PocketTest, isGoing: boolean): string | null {
  switch (verdictOfTest(test, deviceNow())) {
    case "running":
      // What goes on elsewhere, or has gone with its page, is not known here before its time is over.
      return isGoing ? t("Not over yet.") : null;
    case "passed":
      return t("Passed: all came in time while the app was out of sight.");
    case "seen":
      return t("All came in time, but the app was on screen meanwhile: that says nothing of a locked phone.");
    case "failed":
      return failureWords(test);
  }
}

function failureWords({ end }: PocketTest): string {
  if (end === "paused") return t("Failed: something else paused it before the end.");
  if (end === "broken") return t("Failed: this device does not play its sound.");
  if (end === null) return t("Failed: the app was closed, or the system stopped it before the end.");
  return t("Failed: not all came in time.");
}

const isToCome = ({ heard, shown, dueAt }: PocketDue) =>
  heard === null && shown === null && deviceNow() < dueAt;

function dueWords(due: PocketDue, cards: boolean): string {
  if (isToCome(due)) return t("still to come");
  const { heard, shown, hidden } = due;
  const words = [heardWords(heard)];
  if (cards)
    words.push(shown === null ? t("not shown") : t("shown {lateness}", { lateness: latenessWords(shown) }));
  if (heard !== null) words.push(hidden ? t("out of sight") : t("on screen"));
  return words.join(" · ");
}

function heardWords(heard: number | null): string {
  if (heard === null) return t("not heard");
  return heard <= -SECOND
    ? t("heard too early")
    : t("heard {lateness}", { lateness: latenessWords(Math.abs(heard)) });
}
