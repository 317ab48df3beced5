import { createBoard } from "../board";
import { isCalendarLike, letIn, ofFiles, ofText } from "./incoming";

/** True while something is held over the page that could be a calendar. */
export const isDropping = createBoard(false);

interface LaunchQueue {
  readonly setConsumer: (
    consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ) => void;
}

/** Catches calendars that come from outside: opened with the app, dropped on it, pasted, or in its address. */
export function catchIncoming(): void {
  takeOpened();
  catchLaunch();
  catchDrop();
  document.addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    if (!clipboardData || event.defaultPrevented) return;
    if (target instanceof Element && target.closest("input, textarea, [contenteditable]")) return;
    if (clipboardData.files.length > 0) return letIn(ofFiles(clipboardData.files));
    const text = clipboardData.getData("text");
    // Elsewhere an address may have been pasted by mistake; where calendars are brought in it is meant.
    const isHere = location.hash.startsWith("#/conferences") && /^\s*\w+:\/\/\S+\s*$/.test(text);
    if (isHere || isCalendarLike(text)) letIn([ofText(text)]);
  });
}

/** "?open=webcal%3A…", as the system opens a calendar's link with the app: taken once. */
function takeOpened(): void {
  const address = new URL(location.href);
  const opened = address.searchParams.get("open");
  if (opened === null) return;
  address.searchParams.delete("open");
  address.hash = "#/conferences";
  history.replaceState(history.state, "", address);
  letIn([{ kind: "address", address: opened }]);
}

function catchLaunch(): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files = [] }) => {
    letIn(ofFiles(await Promise.all(files.map((file) => file.getFile()))));
  });
}

function catchDrop(): void {
  let isOwn = false;
  const carries = ({ dataTransfer }: DragEvent) =>
    !isOwn && (dataTransfer?.types.includes("Files") || dataTransfer?.types.includes("text/uri-list"));
  addEventListener("dragstart", () => {
    isOwn = true;
  });
  addEventListener("dragend", () => {
    isOwn = false;
  });
  addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    if (!isDropping.get()) isDropping.set(true);
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) isDropping.set(false);
  });
  addEventListener("drop", (event) => {
    isDropping.set(false);
    const { dataTransfer } = event;
    if (!dataTransfer || !carries(event)) return;
    event.preventDefault();
    if (dataTransfer.files.length > 0) letIn(ofFiles(dataTransfer.files));
    else letIn([ofText(dataTransfer.getData("text/uri-list"))]);
  });
}
