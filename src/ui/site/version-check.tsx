import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { t } from "../../domain/speech";
import { lookForVersion, type VersionFound } from "../update/look-for-version";

function wordsFor(found: VersionFound): string {
  switch (found) {
    case "offered":
      return t("A newer version is ready: the offer stands at the bottom of the page.");
    case "taken":
      return t("There was something new, and it has been taken in. The app itself is the newest.");
    case "none":
      return t("This is the newest version.");
    case "unheard":
      return t("No newer version could be had just now. What is on this device stays as it is.");
    case "not kept":
      return t("The app is not kept on this device: each time it is opened, it comes from the server.");
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
        {state !== null && (state === "looking" ? t("Looking…") : wordsFor(state))}
      </p>
    </>
  );
}
