import { Bell } from "lucide-react";
import { t } from "../../domain/speech";
import { askPermission } from "../../reminders/permission";
import type { Db } from "../../store/db";
import { readSetting, writeSetting } from "../../store/settings";
import { useLive } from "../use-live";
import { usePermission } from "../use-permission";

/** The one button that asks for the permission to notify. */
export function TurnOnReminders() {
  return (
    <button type="button" className="button primary" onClick={() => void askPermission()}>
      <Bell aria-hidden="true" size={20} />
      {t("Turn on reminders")}
    </button>
  );
}

/**
 * Once something is starred: offers reminders, or says what becomes of them where notifications are refused
 * or impossible; until it is answered either way.
 */
export function ReminderOffer({ db, starred }: { readonly db: Db; readonly starred: number }) {
  const permission = usePermission();
  // Until the store has answered, nothing is offered: an offer that vanishes at once is worse than none.
  const declined = useLive(() => readSetting(db, "reminderOfferDeclined"), [db], true);
  if (starred === 0 || declined || permission === "granted") return null;
  const heard = () => void writeSetting(db, "reminderOfferDeclined", true);
  if (permission !== "default") {
    return (
      <section className="offer" aria-label={t("Offer of reminders")}>
        <p>
          {permission === "denied" ? t("Notifications are blocked here.") : t("This browser cannot notify.")}{" "}
          {t("Reminders show as a banner with a sound, while the app is on screen.")}{" "}
          <a href="#/reminders">{t("What this device can do")}</a>
        </p>
        <div className="actions">
          <button type="button" className="button" onClick={heard}>
            {t("Understood")}
          </button>
        </div>
      </section>
    );
  }
  return (
    <section className="offer" aria-label={t("Offer of reminders")}>
      <p>{t("Be reminded of what you star, at the time the programme sets, without a network.")}</p>
      <div className="actions">
        <TurnOnReminders />
        <button type="button" className="button" onClick={heard}>
          {t("Not now")}
        </button>
      </div>
    </section>
  );
}
