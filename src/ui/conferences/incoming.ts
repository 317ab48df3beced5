import { createBoard } from "../board";

/** Something that may be a calendar, as it came in; a link to somebody’s agenda comes by the same ways. */
export type Incoming = (
  | { readonly kind: "file"; readonly file: Blob; readonly fileName: string | null }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "agenda"; readonly hash: string }
  /** Neither an address nor a calendar's own text. */
  | { readonly kind: "words" }
) & {
  /** Called once the attendee has decided about it. */
  readonly done?: () => void;
};

/** What has come in and waits to be looked at, the oldest first. */
export const waiting = createBoard<readonly Incoming[]>([]);

/** A backup that has come in and waits to be looked at. */
export const waitingBackup = createBoard<Blob | null>(null);

/** Lets things in, and takes the attendee to where they are looked at: a backup before all else. */
export function letIn(incoming: readonly Incoming[]): void {
  const agenda = incoming.find((one) => one.kind === "agenda");
  if (agenda) {
    location.hash = agenda.hash;
    agenda.done?.();
  }
  const others = incoming.filter((one) => one.kind !== "agenda");
  const [first] = others;
  if (!first) return;
  if (first.kind === "file" && first.fileName?.endsWith(".json")) {
    waitingBackup.set(first.file);
    location.hash = "#/settings?backup";
    return;
  }
  waiting.set([...waiting.get(), ...others]);
  if (!location.hash.startsWith("#/conferences")) location.hash = "#/conferences";
}

/** Files that were picked, dropped or opened. */
export function ofFiles(files: Iterable<File>): readonly Incoming[] {
  return [...files].map((file) => ({ kind: "file", file, fileName: file.name || null }));
}

const AGENDA = /#\/agenda\/take\/[\w.-]+/;

/** Text that was pasted, dropped or shared: a calendar itself, or words with an address in them. */
export function ofText(text: string): Incoming {
  if (/^\s*\ufeff?BEGIN:VCALENDAR/im.test(text)) {
    return { kind: "file", file: new Blob([text]), fileName: null };
  }
  const hash = AGENDA.exec(text)?.[0];
  if (hash !== undefined) return { kind: "agenda", hash };
  const address = /\b(?:https?|webcals?|file):\/\/\S+/i.exec(text)?.[0];
  return address === undefined ? { kind: "words" } : { kind: "address", address };
}

/** True for text that can hardly be meant for anything else: a calendar, the address of one, an agenda. */
export function isCalendarLike(text: string): boolean {
  if (AGENDA.test(text)) return true;
  return /^\s*(?:BEGIN:VCALENDAR|webcals?:\/\/\S+\s*$|https?:\/\/\S+\.ics(?:\?\S*)?\s*$)/i.test(text);
}
