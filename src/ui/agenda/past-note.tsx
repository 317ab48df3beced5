import { X } from "lucide-react";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { readSetting, writeSetting } from "../../store/settings";
import { readSource } from "../../store/sources";
import { say } from "../parts/toast";
import { showConference, shown } from "../shown";
import { useLive } from "../use-live";

/** Says once, where a new edition begins with an empty agenda, that the one of before is kept, and leads there. */
export function PastNote({ db }: { readonly db: Db }) {
  const past = useLive(() => readPast(db), [db], null);
  if (!past) return null;
  const { turned, source } = past;
  const isTold = () =>
    writeSetting(db, "turned", { ...turned, kept: null }).catch(() =>
      say(t("The choice could not be kept: this browser’s storage did not take it.")),
    );
  const look = async () => {
    await isTold();
    await showConference(db, source.key, "#/agenda");
  };
  const dismiss = () => {
    // The button goes, and the focus is to stay in the view.
    document.querySelector<HTMLElement>("main h1")?.focus();
    void isTold();
  };
  return (
    <div className="notice">
      <p>{t("Your agenda of {name} is kept on this device, with its notes.", { name: source.name })}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void look()}>
          {t("Look at it")}
        </button>
        <button type="button" className="icon-button" aria-label={t("Dismiss")} onClick={dismiss}>
          <X aria-hidden="true" size={18} />
        </button>
      </p>
    </div>
  );
}

async function readPast(db: Db) {
  const turned = await readSetting(db, "turned");
  if (turned?.of !== shown.get() || turned.kept === null) return null;
  const source = await readSource(db, turned.kept);
  return source ? { turned, source } : null; // It may have been removed meanwhile.
}
