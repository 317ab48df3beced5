import { RefreshCw } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { moment } from "../../domain/say-time";
import { retold, t } from "../../domain/speech";
import { deviceNow } from "../../store/clock";
import type { Freshness as Saved, Source } from "../../store/db";
import type { AskRefresh } from "../../store/keep-fresh";
import type { RefreshOutcome } from "../../store/refresh";
import { say } from "./toast";
import { deviceZone } from "./zone-note";

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
  const [looking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    try {
      say(wordsFor(await ask?.("asked")));
    } finally {
      setLooking(false);
    }
  };
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine);
  const isFile = source !== undefined && source.address === null;
  const time = saved?.savedAt ? moment(saved.savedAt, deviceNow(), deviceZone()) : null;
  const words = time === null ? [] : [isFile ? t("Imported {time}", { time }) : t("Saved {time}", { time })];
  if (!isFile && (!online || saved?.failure)) words.push(t("offline"));
  return (
    <div className="freshness">
      <div role="status" aria-label={t("Freshness")}>
        {words.join(" · ")}
      </div>
      {ask && (
        <button
          type="button"
          className="icon-button"
          aria-label={t("Look for changes")}
          aria-busy={looking}
          onClick={() => void look()}
        >
          <RefreshCw aria-hidden="true" size={18} />
        </button>
      )}
    </div>
  );
}
