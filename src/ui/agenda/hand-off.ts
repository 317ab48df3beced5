import type { Conference } from "../../domain/conference";
import type { Session } from "../../domain/session";
import { type CalendarEntry, writeCalendar } from "../../feed/write-calendar";
import { deviceNow } from "../../store/clock";
import { readDetails } from "../../store/conferences";
import { type Db, HOME } from "../../store/db";
import { nextSequences, rememberExport } from "../../store/exports";

/** A calendar file, written before the tap: some browsers share only what is ready while the tap lasts. */
export interface ReadyFile {
  readonly file: File;
  readonly sequences: ReadonlyMap<string, number>;
}

/** Writes `sessions` as a calendar file with their alarms and the sequences that are due now. */
export async function prepareFile(
  db: Db,
  conference: Conference,
  sessions: readonly Session[],
): Promise<ReadyFile> {
  const [details, sequences] = await Promise.all([readDetails(db, HOME), nextSequences(db, HOME, sessions)]);
  const entries = sessions.map(
    (session): CalendarEntry => ({
      session,
      details: details?.sessions[session.id],
      // The feed's UID, unless several sessions share it: then a calendar would merge them.
      uid: session.id,
      sequence: sequences.get(session.id) ?? session.sequence,
      alarms: session.alarms,
    }),
  );
  const text = writeCalendar({
    name: conference.name,
    timeZone: conference.timeZone,
    entries,
    writtenAt: deviceNow(),
  });
  const [only] = sessions;
  const words = sessions.length === 1 && only ? only.title : `${conference.name} agenda`;
  return { file: new File([text], `${fileName(words)}.ics`, { type: "text/calendar" }), sequences };
}

function fileName(words: string): string {
  const plain = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return plain.slice(0, 60).toLowerCase() || "agenda";
}

/** True where this browser has a share sheet that takes files. */
export function sharesFiles(): boolean {
  const file = new File(["BEGIN:VCALENDAR"], "agenda.ics", { type: "text/calendar" });
  return navigator.canShare?.({ files: [file] }) ?? false;
}

/**
 * Hands a file over: to the share sheet where the device shares files and `how` allows it, as a download
 * elsewhere. Returns what became of it; "cancelled" is the attendee's own choice.
 */
export async function handOver(
  db: Db,
  { file, sequences }: ReadyFile,
  how: "share" | "download",
): Promise<"shared" | "downloaded" | "cancelled"> {
  if (how === "share" && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      await rememberExport(db, HOME, sequences);
      return "shared";
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return "cancelled";
      // The sheet could not take it: the download is still there.
    }
  }
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  await rememberExport(db, HOME, sequences);
  return "downloaded";
}
