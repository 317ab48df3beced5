import { ClipboardCopy } from "lucide-react";
import { useState } from "react";
import { type Clock, isRehearsal } from "../../domain/clock";
import { clockSeconds, dayName } from "../../domain/say-time";
import { partWords, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import { latenessWords, ringerWords } from "../../reminders/delivery-words";
import { TEST_SESSION } from "../../reminders/self-test";
import type { Delivery } from "../../store/db";
import { Rich } from "../parts/rich";
import { say } from "../parts/toast";
import type { SessionOf } from "./session-of";

const MOST = 20;

function PartOf({ session }: { readonly session: Session | undefined }) {
  return session?.part ? <span>{partWords(session)}</span> : null;
}

function selectAll(text: HTMLTextAreaElement | null): void {
  text?.focus();
  text?.select();
}

/** What has rung on this device, the latest first: when it was due, when it was shown, and by whom. */
export function DeliveryLog(props: {
  readonly log: readonly Delivery[];
  readonly sessions: SessionOf;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly now: number;
  /** Writes the report that may be handed to others. */
  readonly diagnose: () => string;
}) {
  const { log, sessions, clock, timeZone, now, diagnose } = props;
  const [written, setWritten] = useState<string | null>(null);
  const copy = async () => {
    const text = diagnose();
    try {
      await navigator.clipboard.writeText(text);
      say(t("Copied: facts of this device and the times of its reminders; no titles, no stars."));
    } catch {
      setWritten(text); // No clipboard: the text itself.
      say(t("This browser gives no clipboard: copy the text by hand."));
    }
  };
  const moment = (instant: number) => {
    const day = dayOf(instant, timeZone, 0);
    const time = clockSeconds(instant, timeZone);
    return day === dayOf(now, timeZone, 0) ? time : t("{day}, {time}", { day: dayName(day), time });
  };
  const nameOf = (row: Delivery) =>
    row.sessionId === TEST_SESSION
      ? t("Test reminder")
      : (sessions(row)?.title ?? t("A session that is gone"));
  const outcome = (row: Delivery) => {
    if (row.missed) return t("missed");
    if (row.shownAt === null) return t("being shown");
    const late = row.lateness ?? null;
    const time = clockSeconds(row.shownAt, timeZone);
    return [
      row.shownAs === "banner" ? t("banner {time}", { time }) : t("shown {time}", { time }),
      late === null ? null : latenessWords(late),
      t("by {ringer}", { ringer: ringerWords(row) }),
    ]
      .filter((word) => word !== null)
      .join(" · ");
  };
  return (
    <section aria-labelledby="log">
      <h2 id="log">{t("What has rung")}</h2>
      {isRehearsal(clock) && (
        <p className="quiet">{t("In this rehearsal; the real day’s list is kept apart.")}</p>
      )}
      {log.length === 0 ? (
        <p className="quiet">{t("Nothing yet.")}</p>
      ) : (
        <ul className="reminder-list log">
          {log.slice(0, MOST).map((row) => (
            <li key={row.key}>
              <span>
                <Rich
                  text={t("due <time>{moment}</time>", { moment: moment(row.fireAt) })}
                  marks={{ time: (words) => <time>{words}</time> }}
                />
              </span>
              <span dir="auto">{nameOf(row)}</span>
              <PartOf session={sessions(row)} />
              <span className="quiet">{outcome(row)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        <button type="button" className="button" onClick={() => void copy()}>
          <ClipboardCopy aria-hidden="true" size={20} />
          {t("Copy diagnosis")}
        </button>
      </p>
      {written !== null && (
        <textarea
          className="diagnosis"
          aria-label={t("Diagnosis")}
          readOnly
          rows={8}
          value={written}
          ref={selectAll}
        />
      )}
    </section>
  );
}
