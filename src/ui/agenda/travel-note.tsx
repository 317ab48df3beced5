import { Send } from "lucide-react";
import type { Conference } from "../../domain/conference";
import { t } from "../../domain/speech";
import { sessionsOfFriend, whereabouts } from "../../domain/with-friend";
import type { Db } from "../../store/db";
import { readFriends } from "../../store/friends";
import { shown } from "../shown";
import { whereWords } from "../travel/where-words";
import { useLive } from "../use-live";

/** Where friends are by their agendas, and the ways of an agenda to and from this device. */
export function TravelNote(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly now: number;
  readonly hasStars: boolean;
}) {
  const { db, conference, now, hasStars } = props;
  const friends = useLive(() => readFriends(db, shown.get()), [db], []);
  return (
    <section className="travel-note" aria-labelledby="travel-note">
      <h2 id="travel-note" className="day">
        {t("With friends, and on your other devices")}
      </h2>
      {friends.length > 0 && (
        <ul className="friends">
          {friends.map((friend) => (
            <li key={friend.id}>
              <a href={`#/agenda/with/${friend.id}`}>
                <bdi>{friend.name}</bdi>
              </a>
              <p dir="auto">
                {whereWords(
                  friend.name,
                  whereabouts(sessionsOfFriend(conference, friend), now),
                  conference.timeZone,
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
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
