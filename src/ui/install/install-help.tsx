import { Download } from "lucide-react";
import { t } from "../../domain/speech";
import { detectDevice } from "../../reminders/device";
import { useBoard } from "../board";
import { Sheet } from "../parts/sheet";
import { installPrompt } from "./install-prompt";

/** The way to install the app: the browser's own where it offers one, a short sheet on an iPhone. */
export function InstallHelp() {
  const offered = useBoard(installPrompt);
  const { platform, installed } = detectDevice();
  if (installed) return null;
  if (offered) {
    return (
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            void offered.prompt();
            installPrompt.set(null);
          }}
        >
          <Download aria-hidden="true" size={20} />
          {t("Install this app")}
        </button>
      </p>
    );
  }
  if (platform !== "ios") return null;
  return (
    <p className="actions">
      <Sheet
        label={t("Add to the Home Screen")}
        icon={<Download aria-hidden="true" size={20} />}
        title={t("Add to the Home Screen")}
      >
        <ol>
          <li>{t("Tap Share in the browser’s bar.")}</li>
          <li>{t("Choose “Add to Home Screen”, then “Add”.")}</li>
          <li>{t("Open the app from the Home Screen and star your sessions there.")}</li>
        </ol>
        <p>
          {t(
            "The app on the Home Screen keeps its own agenda: stars set in this tab do not move there by themselves.",
          )}
        </p>
      </Sheet>
    </p>
  );
}
