import { t } from "../../domain/speech";
import { useBoard } from "../board";
import { updateOffer } from "./service-worker";

/** Offers a newer version of the app; nothing changes until the attendee takes it. */
export function UpdateOffer() {
  const offer = useBoard(updateOffer);
  if (!offer) return null;
  return (
    <section className="offer" aria-label={t("Update")}>
      <p>{t("A newer version of this app is ready. Your agenda stays.")}</p>
      <div className="actions">
        <button type="button" className="button primary" onClick={offer.accept}>
          {t("Update now")}
        </button>
        <button type="button" className="button" onClick={() => updateOffer.set(null)}>
          {t("Later")}
        </button>
      </div>
    </section>
  );
}
