import { X } from "lucide-react";
import { retold, t } from "../../domain/speech";
import type { Failure } from "../../store/db";
import type { StoreTrouble } from "../../store/open-store";
import { createBoard, useBoard } from "../board";

/** What is the matter with the store, as soon as that is known. */
export const storeTrouble = createBoard<StoreTrouble | null>(null);

/** A sentence about something that did not work as the app was opened; it can be dismissed. */
export const notice = createBoard<string | null>(null);

function troubleWords(trouble: StoreTrouble): string {
  switch (trouble) {
    case "not-lasting":
      return t(
        "This browser does not let the app keep anything: the schedule can be read, but stars are lost when this page is closed.",
      );
    case "blocked":
      return t("Another tab with an older version of this app is in the way: close it to go on.");
    case "superseded":
      return t("A newer version of this app is open in another tab. Reload this one to go on.");
    case "deleted":
      return t("Everything that the app kept on this device is deleted. Reload to begin anew.");
  }
}

/** What the attendee should know before relying on what is shown. Quiet, and above everything else. */
export function Notices({ failure }: { readonly failure: Failure | null }) {
  const trouble = useBoard(storeTrouble);
  const sentence = useBoard(notice);
  return (
    <>
      <div className="alerts">
        {trouble && (
          <p className="notice" role="alert">
            {troubleWords(trouble)}{" "}
            {(trouble === "superseded" || trouble === "deleted") && (
              <button type="button" className="button" onClick={() => globalThis.location.reload()}>
                {t("Reload")}
              </button>
            )}
          </p>
        )}
        {sentence && (
          <p className="notice" role="alert">
            {retold(sentence)}
            <button
              type="button"
              className="icon-button"
              aria-label={t("Dismiss")}
              onClick={() => notice.set(null)}
            >
              <X aria-hidden="true" size={18} />
            </button>
          </p>
        )}
      </div>
      {failure && !failure.unreachable && !failure.held && (
        <p className="notice">
          {t("{reason} The saved copy stays as it is.", { reason: retold(failure.reason) })}
        </p>
      )}
    </>
  );
}
