import { useState } from "react";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { loadView } from "../update/load-view";

/** Puts the agenda into the clipboard as a link, to be pasted where it is not yet. */
export function CopyAgenda({ db }: { readonly db: Db }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const copy = async () => {
    const link = loadView(() => import("../travel/own-link")).then(({ ownLink }) => ownLink(db));
    const text = link.then((words) => {
      if (words === null) throw new Error("There is nothing to copy.");
      return new Blob([words], { type: "text/plain" });
    });
    try {
      // At once, and with the link to come: later the browser would no longer take it for the tap's own.
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
      setOutcome(t("The link is copied."));
    } catch {
      const isEmpty = (await link.catch(() => "")) === null;
      setOutcome(
        isEmpty
          ? t("Nothing is starred yet.")
          : t("This browser copies nothing. Open “Take your agenda along” under Agenda."),
      );
    }
  };
  return (
    <p className="actions">
      <button type="button" className="button" onClick={() => void copy()}>
        {t("Copy my agenda")}
      </button>
      <span role="status">{outcome}</span>
    </p>
  );
}
