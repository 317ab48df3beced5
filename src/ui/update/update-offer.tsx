import { useEffect, useState } from "react";
import { t } from "../../domain/speech";
import { SECOND } from "../../domain/time";
import { useBoard } from "../board";
import { putOff, type Update, updateOffer } from "./service-worker";

/** After this long an update that was asked for may be asked for again: something holds it up. */
const PATIENCE = 15 * SECOND;

/** Offers a newer version of the app; nothing changes until the attendee takes it. */
export function UpdateOffer() {
  const offer = useBoard(updateOffer);
  const [taken, setTaken] = useState<Update | null>(null);
  useEffect(() => {
    if (!taken) return;
    const timer = setTimeout(() => setTaken(null), PATIENCE);
    return () => clearTimeout(timer);
  }, [taken]);
  if (!offer) return null;
  const isTaken = taken === offer;
  const take = () => {
    if (isTaken) return;
    setTaken(offer);
    offer.accept();
  };
  const later = () => {
    putOff.set(offer);
    updateOffer.set(null);
  };
  return (
    <section className="offer" aria-label={t("Update")}>
      <p>{t("A newer version of this app is ready. Your agenda stays.")}</p>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          aria-busy={isTaken}
          aria-disabled={isTaken}
          onClick={take}
        >
          {isTaken ? t("Updating…") : t("Update now")}
        </button>
        <button type="button" className="button" onClick={later}>
          {t("Later")}
        </button>
      </div>
    </section>
  );
}
