import { RefreshCw } from "lucide-react";
import { useSyncExternalStore } from "react";
import { moment } from "../../domain/say-time";
import { deviceNow } from "../../store/clock";
import type { Freshness as Saved } from "../../store/db";
import { deviceZone } from "./zone-note";

function watchConnection(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** How old the saved copy is, by the device's own clock even in a rehearsal, and whether it can be renewed. */
export function Freshness(props: { readonly saved: Saved | undefined; readonly onRefresh: () => void }) {
  const { saved, onRefresh } = props;
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine);
  const words = saved ? [`Saved ${moment(saved.savedAt, deviceNow(), deviceZone())}`] : [];
  if (!online || saved?.failure) words.push("offline");
  return (
    <div className="freshness">
      <div role="status" aria-label="Freshness">
        {words.join(" · ")}
      </div>
      <button type="button" className="icon-button" aria-label="Look for changes" onClick={onRefresh}>
        <RefreshCw aria-hidden="true" size={18} />
      </button>
    </div>
  );
}
