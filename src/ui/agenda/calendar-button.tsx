import { CalendarPlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
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
  const turn = useRef<Promise<void> | null>(null);
  const ids = sessions.map(({ id }) => id).join(" ");
  const write = () => prepareFile(db, conference, sessions);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` stands for the sessions, `handed` for the sequences
  useEffect(() => {
    let wanted = true;
    setReady(null); // It was written for other sessions or with sequences that are used up.
    write()
      .then((file) => wanted && setReady(file))
      .catch(() => undefined); // Written anew, and its failure told, when the button is pressed.
    return () => {
      wanted = false;
    };
  }, [db, conference, ids, handed]);

  const give = async (file: ReadyFile) => {
    const outcome = await handOver(db, file);
    if (outcome === "downloaded") say(`Saved as ${file.file.name}. Open it to add it to your calendar.`);
  };
  const press = () => {
    // Within the tap where the file is ready. A second tap waits until the first file is remembered, so
    // that its own counts as an update.
    const given = turn.current?.then(write).then(give) ?? (ready ? give(ready) : write().then(give));
    const mine = given
      .catch(() => say("The calendar file could not be written."))
      .then(() => {
        if (turn.current !== mine) return;
        turn.current = null;
        setHanded((count) => count + 1);
      });
    turn.current = mine;
    setReady(null);
  };
  return (
    <button
      type="button"
      className="button"
      data-ready={ready !== null}
      disabled={sessions.length === 0}
      onClick={press}
    >
      <CalendarPlus aria-hidden="true" size={20} />
      {label}
    </button>
  );
}
