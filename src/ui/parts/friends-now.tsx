import type { Conference } from "../../domain/conference";
import { sessionsOfFriend, whereabouts } from "../../domain/with-friend";
import type { Db } from "../../store/db";
import { readFriends } from "../../store/friends";
import { shown } from "../shown";
import { useLive } from "../use-live";
import { whereWords } from "./where-words";

/** Where friends are by their agendas; nothing where none is kept. */
export function FriendsNow(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly now: number;
}) {
  const { db, conference, now } = props;
  const friends = useLive(() => readFriends(db, shown.get()), [db], []);
  if (friends.length === 0) return null;
  return (
    <ul className="friends">
      {friends.map((friend) => {
        const place = whereabouts(sessionsOfFriend(conference, friend), now);
        return (
          <li key={friend.id}>
            <a href={`#/agenda/with/${friend.id}`}>
              <bdi>{friend.name}</bdi>
            </a>
            <p dir="auto">{whereWords(friend.name, place, conference.timeZone)}</p>
          </li>
        );
      })}
    </ul>
  );
}
