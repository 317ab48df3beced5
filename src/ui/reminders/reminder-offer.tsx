import { Bell } from "lucide-react";
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
      Turn on reminders
    </button>
  );
}

/** Offers reminders once something is starred, until it is answered either way. */
export function ReminderOffer({ db, starred }: { readonly db: Db; readonly starred: number }) {
  const permission = usePermission();
  // Until the store has answered, nothing is offered: an offer that vanishes at once is worse than none.
  const declined = useLive(() => readSetting(db, "reminderOfferDeclined"), [db], true);
  if (starred === 0 || declined || permission !== "default") return null;
  return (
    <section className="offer" aria-label="Offer of reminders">
      <p>Be reminded of what you star, at the time the programme sets, without a network.</p>
      <div className="actions">
        <TurnOnReminders />
        <button
          type="button"
          className="button"
          onClick={() => void writeSetting(db, "reminderOfferDeclined", true)}
        >
          Not now
        </button>
      </div>
    </section>
  );
}
