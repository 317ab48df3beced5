import { useEffect, useRef, useState } from "react";
import { t } from "../../domain/speech";
import { bringIn } from "../../store/bring-in";
import type { Db } from "../../store/db";
import { useBoard } from "../board";
import { say } from "../parts/toast";
import { showConference } from "../shown";
import { askToPersist } from "../star-actions";
import { type Incoming, waiting } from "./incoming";
import { type Preview, type Refusal, readIncoming } from "./read-incoming";

/** Where an import stands; null: nothing has come in. */
type Import =
  | null
  | { readonly kind: "reading"; readonly incoming: Incoming }
  | ((Preview | Refusal) & { readonly incoming: Incoming });

/** The import that is looked at, and what the attendee may do about it. */
export interface Importing {
  readonly state: Import;
  /** Reads it anew with the zone that the attendee chose. */
  readonly choose: (timeZone: string) => void;
  /** Keeps it; `beside` another state of the same conference, or in its place. */
  readonly keep: (beside: boolean) => Promise<void>;
  /** Stops reading, or lets it go. */
  readonly leave: () => void;
}

/** Looks at what comes in, one after the other. Nothing is kept before the attendee says so. */
export function useImport(db: Db): Importing {
  const [next] = useBoard(waiting);
  const [state, setState] = useState<Import>(null);
  const running = useRef<AbortController>(null);

  const read = async (incoming: Incoming, timeZone: string | null) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    // While it is read in another zone, what was read before stays in sight.
    if (timeZone === null) setState({ kind: "reading", incoming });
    const read = await readIncoming(db, incoming, timeZone, stop.signal);
    if (!stop.signal.aborted) setState({ ...read, incoming });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is next in line, and nothing else, is read
  useEffect(() => {
    if (next) void read(next, null);
    else setState(null);
    return () => running.current?.abort();
  }, [next]);

  const leave = () => {
    running.current?.abort();
    next?.done?.();
    waiting.set(waiting.get().filter((one) => one !== next));
  };
  const keep = async (beside: boolean) => {
    if (state?.kind !== "preview") return;
    const { conference, details, bytes, readAt, standing } = state;
    const arrival = { conference, details, bytes, savedAt: readAt };
    const before = !beside && standing.kind === "again" ? standing.key : null;
    try {
      const key = await bringIn(db, { ...state, arrival }, before);
      leave();
      askToPersist();
      say(t("Kept on this device: {name}", { name: conference.name }));
      await showConference(db, key, waiting.get().length > 0 ? null : "#/");
    } catch {
      say(t("The conference could not be kept: this browser’s storage did not take it."));
    }
  };
  return {
    state,
    choose: (timeZone) => void (next && read(next, timeZone)),
    keep,
    leave,
  };
}
