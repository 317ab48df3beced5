import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { t } from "../../domain/speech";
import { lookForVersion, type VersionFound } from "../update/look-for-version";

function wordsFor(found: VersionFound): string {
  switch (found) {
    case "offered":
      return t("A newer version of this app is ready. Your agenda stays.");
    case "none":
      return t("This is the newest version.");
    case "unheard":
      return t("{reason} The saved copy stays.", { reason: t("The server cannot be reached.") });
    case "not kept":
      return t(
        "The app could not be kept on this device for use without a network. It tries again when it is opened next.",
      );
  }
}

/** Looks for a newer version when it is asked to, and says what came of it. */
export function VersionCheck() {
  const [state, setState] = useState<"looking" | VersionFound | null>(null);
  const look = () => {
    if (state === "looking") return;
    setState("looking");
    void lookForVersion().then(setState, () => setState("unheard"));
  };
  return (
    <>
      <p className="actions">
        <button type="button" className="button" aria-busy={state === "looking"} onClick={look}>
          <RefreshCw aria-hidden="true" size={20} />
          {t("Look for a new version")}
        </button>
      </p>
      <p role="status" className="version-found" aria-label={t("Version")}>
        {state !== null && state !== "looking" && wordsFor(state)}
      </p>
    </>
  );
}
