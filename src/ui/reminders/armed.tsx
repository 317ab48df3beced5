import type { Asked, Reminder } from "../../domain/reminder";
import { sessionHash } from "../../reminders/card";

const MOST = 8;

/** What is to ring next, and when. `say` puts an instant into words. */
export function Armed(props: {
  readonly coming: readonly Reminder[];
  readonly asked: Asked;
  readonly say: (instant: number) => string;
}) {
  const { coming, asked, say } = props;
  const [next, ...later] = coming;
  const row = ({ id, session, fireAt }: Reminder) => (
    <li key={id}>
      <time>{say(fireAt)}</time>
      <a href={sessionHash(session.id)} dir="auto">
        {session.title}
      </a>
    </li>
  );
  return (
    <section aria-labelledby="armed">
      <h2 id="armed">Armed</h2>
      {!next && (
        <p className="quiet">
          {asked.stars.length === 0 && asked.wishes.scope === "stars"
            ? "Nothing is starred, so nothing will ring."
            : "Nothing that you asked for has a reminder still to come."}
        </p>
      )}
      {next && <ul className="reminder-list next">{row(next)}</ul>}
      {later.length > 0 && (
        <details>
          <summary>and {later.length} more</summary>
          <ul className="reminder-list">
            {later.slice(0, MOST * 10).map(row)}
            {later.length > MOST * 10 && <li>and {later.length - MOST * 10} more</li>}
          </ul>
        </details>
      )}
    </section>
  );
}
