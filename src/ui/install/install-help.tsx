import { Download } from "lucide-react";
import { t } from "../../domain/speech";
import { detectDevice } from "../../reminders/device";
import type { Db } from "../../store/db";
import { useBoard } from "../board";
import { Sheet } from "../parts/sheet";
import { CopyAgenda } from "./copy-agenda";
import { installPrompt } from "./install-prompt";

/** The way to install the app: the browser's own where it offers one, a short sheet on an iPhone. */
export function InstallHelp({ db }: { readonly db: Db }) {
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
          <li>
            {t("The app on the Home Screen keeps its own agenda. Take what you have starred here along:")}
            <CopyAgenda db={db} />
          </li>
          <li>{t("Tap Share in the browser’s bar.")}</li>
          <li>{t("Choose “Add to Home Screen”, then “Add”.")}</li>
          <li>
            {t("Open the app from the Home Screen. Under Agenda, choose “Bring an agenda here” and paste.")}
          </li>
        </ol>
      </Sheet>
    </p>
  );
}
