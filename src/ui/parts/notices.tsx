import { X } from "lucide-react";
import type { Failure } from "../../store/db";
import type { StoreTrouble } from "../../store/open-store";
import { createBoard, useBoard } from "../board";

/** What is the matter with the store, as soon as that is known. */
export const storeTrouble = createBoard<StoreTrouble | null>(null);

/** A sentence about something that did not work as the app was opened; it can be dismissed. */
export const notice = createBoard<string | null>(null);

const TROUBLES: Readonly<Record<StoreTrouble, string>> = {
  "not-lasting":
    "This browser does not let the app keep anything: the schedule can be read, but stars are lost when this page is closed.",
  blocked: "Another tab with an older version of this app is in the way: close it to go on.",
  superseded: "A newer version of this app is open in another tab. Reload this one to go on.",
};

/** What the attendee should know before relying on what is shown. Quiet, and above everything else. */
export function Notices({ failure }: { readonly failure: Failure | null }) {
  const trouble = useBoard(storeTrouble);
  const sentence = useBoard(notice);
  return (
    <>
      <div className="alerts">
        {trouble && (
          <p className="notice" role="alert">
            {TROUBLES[trouble]}{" "}
            {trouble === "superseded" && (
              <button type="button" className="button" onClick={() => globalThis.location.reload()}>
                Reload
              </button>
            )}
          </p>
        )}
        {sentence && (
          <p className="notice" role="alert">
            {sentence}
            <button
              type="button"
              className="icon-button"
              aria-label="Dismiss"
              onClick={() => notice.set(null)}
            >
              <X aria-hidden="true" size={18} />
            </button>
          </p>
        )}
      </div>
      {failure && !failure.unreachable && (
        <p className="notice">{failure.reason} The saved copy stays as it is.</p>
      )}
    </>
  );
}
