import { useEffect, useState } from "react";
import { inEnglish, retold, t } from "../../domain/speech";
import type { RefreshOutcome } from "../../store/refresh";
import { TakeOver } from "../first/take-over";

/** Before the first schedule: it is being read, or it could not be had, and why. */
export function NoSchedule({ load }: { readonly load: () => Promise<RefreshOutcome | undefined> }) {
  const [reason, setReason] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try, and nothing else, loads again
  useEffect(() => {
    let wanted = true;
    setReason(null);
    load()
      .then((outcome) => {
        if (wanted && outcome?.kind === "kept") setReason(outcome.reason);
      })
      .catch(() => wanted && setReason(inEnglish("The schedule could not be kept on this device.")));
    return () => {
      wanted = false;
    };
  }, [tries]);
  return (
    <div className="column empty-page">
      {reason === null ? (
        <p role="status" aria-label={t("Loading")}>
          {t("Reading the schedule…")}
        </p>
      ) : (
        <>
          <TakeOver />
          <h1 tabIndex={-1}>{t("No schedule yet")}</h1>
          <p>
            {t("{reason} It is needed once; from then on the schedule is kept on this device.", {
              reason: retold(reason),
            })}
          </p>
          <p className="actions">
            <button type="button" className="button primary" onClick={() => setTries(tries + 1)}>
              {t("Try again")}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
