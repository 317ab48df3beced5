import type { Friend } from "../domain/friend";
import type { Db } from "./db";

type Row = Friend & { readonly conference: string };

/** The agendas of others that are kept beside the attendee's own in a conference, the oldest first. */
export async function readFriends(db: Db, conference: string): Promise<readonly Friend[]> {
  const rows = await db.friends.where({ conference }).toArray();
  return rows.sort((a, b) => a.receivedAt - b.receivedAt);
}

/** Keeps somebody's agenda; one of that id is replaced. */
export async function putFriend(db: Db, conference: string, friend: Friend): Promise<void> {
  await db.friends.put({ ...friend, conference });
}

/** Takes somebody's agenda off this device and hands it back, so that an undo can restore it. */
export async function removeFriend(db: Db, conference: string, id: string): Promise<Friend | undefined> {
  return db.transaction("rw", db.friends, async () => {
    const row: Row | undefined = await db.friends.get([conference, id]);
    await db.friends.delete([conference, id]);
    return row;
  });
}
