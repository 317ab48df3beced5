import { RefreshCw, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { moment } from "../../domain/say-time";
import { retold, t } from "../../domain/speech";
import { SECOND } from "../../domain/time";
import { deviceNow } from "../../store/clock";
import type { Freshness as Saved, Source } from "../../store/db";
import type { AskRefresh } from "../../store/keep-fresh";
import type { RefreshOutcome } from "../../store/refresh";
import { deviceZone } from "../device-zone";
import { savedWords } from "./saved-words";
import { say } from "./toast";

function watchConnection(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

function wordsFor(outcome: RefreshOutcome | undefined): string {
  switch (outcome?.kind) {
    case "replaced":
      return t("The schedule has been updated.");
    case "stopped":
      return t("Stopped. The saved copy stays.");
    case "kept":
      return t("{reason} The saved copy stays.", { reason: retold(outcome.reason) });
    default:
      return t("Nothing has changed.");
  }
}

/** How old the saved copy is, by the device's own clock even in a rehearsal, and whether it can be renewed. */
export function Freshness(props: {
  readonly saved: Saved | undefined;
  /** Where it was brought in from; undefined for the site's own. */
  readonly source: Source | undefined;
  /** Asks for a refresh; undefined where there is nobody to be asked. */
  readonly ask: AskRefresh | undefined;
}) {
  const { saved, source, ask } = props;
  const [looking, setLooking] = useState<AbortController | null>(null);
  const isLong = useLong(looking);
  const look = async () => {
    const own = new AbortController();
    setLooking(own);
    try {
      say(wordsFor(await ask?.("asked", own.signal)));
    } finally {
      setLooking(null);
    }
  };
  const online = useSyncExternalStore(
    watchConnection,
    () => navigator.onLine,
    () => true,
  );
  const isFile = source !== undefined && source.address === null;
  const isLost = !online || (saved?.failure && !saved.failure.held);
  const savedAt = saved?.savedAt ?? null;
  const words =
    isFile && !source.edition && savedAt !== null
      ? t("Imported {time}", { time: moment(savedAt, deviceNow(), deviceZone()) })
      : savedWords(savedAt, deviceNow(), !isFile && !!isLost);
  return (
    <div className="freshness">
      <div role="status" aria-label={t("Freshness")}>
        {words}
      </div>
      {ask && (
        <button
          type="button"
          className="icon-button"
          aria-label={isLong ? t("Stop looking") : t("Look for changes")}
          aria-busy={looking !== null}
          onClick={() => (isLong ? looking?.abort() : void look())}
        >
          {isLong ? <X aria-hidden="true" size={18} /> : <RefreshCw aria-hidden="true" size={18} />}
        </button>
      )}
    </div>
  );
}

/** True of what has gone on for a second. */
function useLong(work: object | null): boolean {
  const [long, setLong] = useState<object | null>(null);
  useEffect(() => {
    if (!work) return;
    const timer = setTimeout(() => setLong(work), SECOND);
    return () => clearTimeout(timer);
  }, [work]);
  return work !== null && long === work;
}
