import { Trash2, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Asked } from "../../domain/reminder";
import { t } from "../../domain/speech";
import { SECOND } from "../../domain/time";
import type { Db, Source } from "../../store/db";
import { useBoard } from "../board";
import { storeTrouble } from "../parts/notices";
import { say } from "../parts/toast";
import { deleteEverything } from "./delete-everything";

/** How many seconds there are to undo it, before anything is done. */
const WINDOW = 10;

/**
 * Deletes everything, but not at once: what is gone cannot be brought back, so the undo comes first. Who
 * leaves the page within that time has undone it.
 */
export function DeleteForm(props: {
  readonly db: Db;
  readonly asked: Asked;
  readonly sources: readonly Source[];
}) {
  const { db, asked, sources } = props;
  const [left, setLeft] = useState<number | null>(null);
  const [wasUndone, setWasUndone] = useState(false);
  const isDone = useBoard(storeTrouble) === "deleted";
  const carryOut = () => {
    setLeft(null);
    deleteEverything(db)
      .then(() => document.querySelector<HTMLElement>("main h1")?.focus())
      .catch(() =>
        say(t("Not everything could be deleted: clear this site’s data in the browser’s settings.")),
      );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each second is one step
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : carryOut()), SECOND);
    return () => clearTimeout(timer);
  }, [left]);
  const undo = useRef<HTMLButtonElement>(null);
  const isRunning = left !== null;
  useEffect(() => {
    if (isRunning) undo.current?.focus();
  }, [isRunning]);

  const leads = asked.leads.filter(({ lead }) => lead !== null).length;
  return (
    <section aria-labelledby="delete">
      <h2 id="delete">{t("Delete")}</h2>
      {isDone && <p>{t("Done. Nothing is kept on this device any more.")}</p>}
      {!isDone && !isRunning && (
        <>
          <p>
            {t(
              "Everything that this app keeps is on this device alone. What is deleted cannot be brought back.",
            )}
          </p>
          <p className="actions">
            <button
              type="button"
              className="button"
              ref={(button) => {
                if (wasUndone) button?.focus();
              }}
              onClick={() => setLeft(WINDOW)}
            >
              <Trash2 aria-hidden="true" size={20} />
              {t("Delete everything on this device")}
            </button>
          </p>
        </>
      )}
      {isRunning && (
        <div className="deleting">
          <div role="status">
            <p>{t("Unless you undo it, this is about to go:")}</p>
            <ul>
              <li>
                {t("{stars, plural, =0 {your agenda (no stars)} one {# star} other {# stars}}", {
                  stars: asked.stars.length,
                })}
              </li>
              {leads > 0 && (
                <li>
                  {t(
                    "{leads, plural, one {# time of your own for a reminder} other {# times of your own for reminders}}",
                    { leads },
                  )}
                </li>
              )}
              {sources.length > 0 && (
                <li>
                  {t(
                    "{count, plural, one {# conference that you brought in, with its stars} other {# conferences that you brought in, with their stars}}",
                    { count: sources.length },
                  )}
                </li>
              )}
              <li>{t("your notes, your marks and “Not for me” choices, and what your calendar was told")}</li>
              <li>{t("your settings, and the list of what has rung")}</li>
              <li>{t("the saved schedule, and the app’s copy for use without a network")}</li>
            </ul>
          </div>
          <p role="timer">
            {t("{seconds, plural, one {# second left} other {# seconds left}}", { seconds: left })}
          </p>
          <p className="actions">
            <button
              type="button"
              className="button primary"
              ref={undo}
              onClick={() => {
                setWasUndone(true);
                setLeft(null);
              }}
            >
              <Undo2 aria-hidden="true" size={20} />
              {t("Undo")}
            </button>
            <button type="button" className="button" onClick={carryOut}>
              {t("Delete now")}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
