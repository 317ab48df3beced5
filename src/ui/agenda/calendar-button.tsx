import { CalendarPlus } from "lucide-react";
import { useEffect, useState } from "react";
import type { Conference } from "../../domain/conference";
import type { Session } from "../../domain/session";
import type { Db } from "../../store/db";
import { say } from "../parts/toast";
import { handOver, prepareFile, type ReadyFile } from "./hand-off";

/** Hands sessions to the device's own calendar, which rings when no web app can. */
export function CalendarButton(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly sessions: readonly Session[];
  readonly label: string;
}) {
  const { db, conference, sessions, label } = props;
  const [ready, setReady] = useState<ReadyFile | null>(null);
  const [handed, setHanded] = useState(0);
  const ids = sessions.map(({ id }) => id).join(" ");

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` stands for the sessions, `handed` for the sequences
  useEffect(() => {
    let wanted = true;
    prepareFile(db, conference, sessions)
      .then((file) => wanted && setReady(file))
      .catch(() => wanted && setReady(null));
    return () => {
      wanted = false;
    };
  }, [db, conference, ids, handed]);

  const give = async () => {
    // Not ready only in the first moments, or where the store could not be read: write it now.
    const file = ready ?? (await prepareFile(db, conference, sessions));
    const outcome = await handOver(db, file);
    setHanded(handed + 1);
    if (outcome === "downloaded") say(`Saved as ${file.file.name}. Open it to add it to your calendar.`);
  };
  return (
    <button
      type="button"
      className="button"
      disabled={sessions.length === 0}
      onClick={() => void give().catch(() => say("The calendar file could not be written."))}
    >
      <CalendarPlus aria-hidden="true" size={20} />
      {label}
    </button>
  );
}
