import { Send } from "lucide-react";
import type { Conference } from "../../domain/conference";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { FriendsNow } from "../parts/friends-now";

/** Where friends are by their agendas, and the ways of an agenda to and from this device. */
export function TravelNote(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly now: number;
  readonly hasStars: boolean;
}) {
  const { db, conference, now, hasStars } = props;
  return (
    <section className="travel-note" aria-labelledby="travel-note">
      <h2 id="travel-note" className="day">
        {t("With friends, and on your other devices")}
      </h2>
      <FriendsNow {...{ db, conference, now }} />
      <p className="actions">
        {hasStars && (
          <a className="button" href="#/agenda/share">
            <Send aria-hidden="true" size={20} />
            {t("Take your agenda along")}
          </a>
        )}
        <a className="button" href="#/agenda/take">
          {t("Bring an agenda here")}
        </a>
      </p>
    </section>
  );
}
