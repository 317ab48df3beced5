import type { Asked, Reminder } from "../../domain/reminder";
import { partWords } from "../../domain/session";
import { t } from "../../domain/speech";
import { keptOf, type OfConference } from "../../reminders/owed";
import type { Kept } from "../../store/kept";
import { linkTo, shown } from "../shown";

const MOST = 80;

/** What is to ring next, and when. `say` puts an instant into words. */
export function Armed(props: {
  readonly coming: readonly Reminder[];
  readonly kept: readonly Kept[];
  readonly asked: Asked;
  readonly say: (instant: number, of: OfConference) => string;
}) {
  const { coming, kept, asked, say } = props;
  const current = shown.get();
  const next = coming.filter(({ fireAt }) => fireAt === coming[0]?.fireAt);
  const later = coming.slice(next.length);
  const row = (reminder: Reminder) => {
    const { id, session, fireAt, conference } = reminder;
    const of = keptOf(kept, reminder);
    return (
      <li key={id}>
        <time>{say(fireAt, reminder)}</time>
        <a href={linkTo(session.id, conference)} dir="auto">
          {session.title}
        </a>
        {session.part && <span className="quiet">{partWords(session)}</span>}
        {of && of.key !== current && <bdi className="quiet">{of.conference.name}</bdi>}
      </li>
    );
  };
  return (
    <section aria-labelledby="armed">
      <h2 id="armed">{t("Armed")}</h2>
      {next.length === 0 && (
        <p className="quiet">
          {asked.stars.length === 0 && asked.wishes.scope === "stars"
            ? t("Nothing is starred, so nothing will ring.")
            : t("Nothing that you asked for has a reminder still to come.")}
        </p>
      )}
      {next.length > 0 && <ul className="reminder-list next">{next.map(row)}</ul>}
      {later.length > 0 && (
        <details>
          <summary>{t("and {count} more", { count: later.length })}</summary>
          <ul className="reminder-list">
            {later.slice(0, MOST).map(row)}
            {later.length > MOST && <li>{t("and {count} more", { count: later.length - MOST })}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}
