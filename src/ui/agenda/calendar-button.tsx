import { CalendarPlus } from "lucide-react";
import { useRef, useState } from "react";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { say } from "../parts/toast";
import { useLive } from "../use-live";
import { type HandOff, handOver, prepareFile, type ReadyFile, sharesFiles } from "./hand-off";

/** Hands sessions to the device's own calendar, which rings when no web app can. */
export function CalendarButton(props: {
  readonly db: Db;
  readonly handOff: HandOff;
  readonly label: string;
  /** What is written on it where room is short; the label is still its name. */
  readonly shown?: string;
  /** Without the second button, for a place that has it already. */
  readonly isShort?: boolean;
}) {
  const { db, handOff, label, shown, isShort } = props;
  const { conference, sessions, asked, now } = handOff;
  const ids = sessions.map(({ id }) => id).join(" ");
  // Written beforehand, and again whenever a file was handed over, in this tab or another.
  const written = useLive(
    async () => ({ ids, file: await prepareFile(db, handOff) }),
    [db, conference, asked, now, ids],
    null,
  );
  const handedOver = useRef<ReadyFile>(null);
  const [busy, setBusy] = useState(false);
  const ready = written?.ids === ids && written.file !== handedOver.current ? written.file : null;

  const press = async (how: "share" | "download") => {
    setBusy(true);
    try {
      // Where it is ready, without waiting: a share sheet opens only within the tap.
      const file = ready ?? (await prepareFile(db, handOff));
      handedOver.current = file;
      const outcome = await handOver(db, file, how);
      if (outcome === "cancelled") handedOver.current = null;
      if (outcome === "downloaded")
        say(t("Saved as {file}. Open it to add it to your calendar.", { file: file.file.name }));
    } catch {
      say(t("The calendar file could not be written."));
    } finally {
      setBusy(false);
    }
  };
  const disabled = busy;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={shown && label}
        data-ready={ready !== null}
        disabled={disabled}
        onClick={() => void press("share")}
      >
        <CalendarPlus aria-hidden="true" size={20} />
        {shown ?? label}
      </button>
      {/* On a computer a share sheet leads to chat programs; the calendar opens a file. */}
      {!isShort && sharesFiles() && (
        <button type="button" className="button" disabled={disabled} onClick={() => void press("download")}>
          {t("Save as a file")}
        </button>
      )}
    </>
  );
}
