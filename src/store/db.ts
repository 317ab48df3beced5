import { Dexie, type DexieOptions, liveQuery, type Observable, type Table } from "dexie";
import type { Told } from "../domain/calendar-drift";
import type { Change } from "../domain/change";
import type { Conference, ConferenceDetails } from "../domain/conference";
import type { Friend } from "../domain/friend";
import type { SessionLead } from "../domain/lead";
import type { Note } from "../domain/note";
import type { OwnEntry } from "../domain/own-entry";
import type { Pass } from "../domain/pass";
import type { Since } from "../domain/since";
import type { Star } from "../domain/star";
import type { Visit } from "../domain/visit";
import { TABLES_VERSION } from "./early-store";

/** What the last try at the feed's address came to. */
export interface Failure {
  /** One sentence for the attendee. */
  readonly reason: string;
  /** True where nothing answered, so that "offline" is the whole story. */
  readonly unreachable: boolean;
  /** The server answered with a schedule that is held back: whoever sees that is online. */
  readonly held?: true;
}

/** Which copy is saved, in few bytes: who wants to know need not read the copy itself. */
export interface SavedCopy {
  /** Another one with every write of the slim record, which bears it too. */
  readonly edition: string;
  /** Which reader has read it; where that is not said it is read again. */
  readonly reader?: string;
  /** SHA-256, in hex, of the bytes of which that reader was last known to make this copy. */
  readonly digest?: string;
  /** How many octets these bytes are; absent where an earlier version has written it. */
  readonly size?: number;
  /** It came with the app: no server has been heard yet. */
  readonly isEmbedded?: true;
}

/** How old the saved copy is. Device time, epoch milliseconds. */
export interface Freshness {
  readonly key: string;
  /** When the copy was last known to equal the server's; null before there is one. */
  readonly savedAt: number | null;
  readonly triedAt: number;
  readonly failure: Failure | null;
  /** Absent where there is none, and in rows of earlier versions. */
  readonly copy?: SavedCopy;
  /** What is in `held`, in few bytes; absent where nothing is, and in rows of earlier versions. */
  readonly held?: HeldBack;
}

/** The bytes of a feed. */
interface KeptBytes {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Which reader has read them, for earlier versions of the app; `SavedCopy` says it now. */
  readonly reader?: string;
  /** Said by earlier versions alone; `SavedCopy` says it now. */
  readonly isEmbedded?: true;
}

/** Why a schedule that arrived was held back. */
export interface HeldBack {
  /** One sentence for the attendee, in English as it is kept. */
  readonly reason: string;
  /** The attendee keeps the saved one, and is not asked again while nothing else arrives. */
  readonly isDismissed: boolean;
}

/** A schedule that arrived and did not take the place of the saved one. */
interface Held extends HeldBack {
  readonly key: string;
  readonly conference: Conference;
  readonly details: ConferenceDetails;
  readonly bytes: Uint8Array;
  readonly reader: string;
  /** Device time, epoch milliseconds. */
  readonly arrivedAt: number;
}

/** A change that a refresh has brought. */
export interface NoticedChange extends Change {
  /** Counts up over all refreshes. */
  readonly number: number;
  readonly conference: string;
  /** Device time, epoch milliseconds. */
  readonly noticedAt: number;
}

/** The fact that a reminder rang, or was missed. The row is also the claim to ring it. */
export interface Delivery {
  /** Run and reminder: what rang in a rehearsal never counts elsewhere. */
  readonly key: string;
  readonly run: string;
  /** The key of its conference, where that is not the site's own. */
  readonly conference?: string;
  readonly sessionId: string;
  readonly fireAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly room: string | null;
  /** Device time. */
  readonly claimedAt: number;
  readonly by: Ringer;
  /** App time; null while the claim stands and nothing has been shown yet. */
  readonly shownAt: number | null;
  /** How many milliseconds of the device's clock after it was due; null while nothing has been shown. */
  readonly lateness: number | null;
  /** A notification, or a banner in the page; null while nothing has been shown. */
  readonly shownAs: Shown | null;
  readonly missed: boolean;
}

/** Who rang: a page at some event, a page because its clock worker ticked, or the service worker. */
export type Ringer = "page" | "worker" | "service worker";

/** How a reminder was shown. */
export type Shown = "notification" | "banner";

/** A session as it was last written into a calendar file. */
export interface Export {
  readonly sessionId: string;
  readonly sequence: number;
  /** The UID that the calendar knows it by, where that is an earlier one of a session that was made again. */
  readonly uid?: string;
  /** What the calendar was told; rows of the first version of this app do not know. */
  readonly told?: Told;
}

/** Where a conference came from that the attendee has brought in. */
export interface Source {
  /** The key of its conference. */
  readonly key: string;
  /** Its name as it was brought in, for lists that need not wait for the conference. */
  readonly name: string;
  /** The address it is refreshed from; null for a file, which stays as it was. */
  readonly address: string | null;
  readonly fileName: string | null;
  /** Device time, epoch milliseconds: of the bytes that are here. */
  readonly addedAt: number;
  /** When it came here first: nothing of it was asked for before. */
  readonly since: Since;
  /** IANA name of the zone that the attendee chose, where the feed names none. */
  readonly timeZone: string | null;
  /** Of one that was here before the conference's next edition came: nothing of it rings or is asked for anew. */
  readonly edition?: PastEdition;
}

/** An edition that another one has taken the place of. */
export interface PastEdition {
  /** The key of the conference that it was a state of. */
  readonly of: string;
  /** What the one in its place was called as it came. */
  readonly next: string;
}

/** What another app has shared with this one, and no page has looked at yet. */
export interface Shared {
  readonly id: number;
  readonly fileName: string | null;
  readonly bytes: Uint8Array | null;
  /** Where no file came: what may be an address, or a calendar's own text. */
  readonly text: string | null;
}

type Keyed<T> = { readonly key: string } & T;

/** What the attendee has said of sessions, a row for each. */
export type MarkTable<Mark> = Table<Mark & { readonly conference: string }, [string, string]>;

/** What Trackside remembers. The feed's rows may be replaced; the attendee's are never touched by a refresh. */
export class Db extends Dexie {
  // The feed's rows, one of each per conference.
  declare readonly conferences: Table<Keyed<{ conference: Conference; edition?: string }>, string>;
  declare readonly details: Table<Keyed<{ details: ConferenceDetails }>, string>;
  declare readonly bytes: Table<KeptBytes, string>;
  declare readonly freshness: Table<Freshness, string>;
  declare readonly held: Table<Held, string>;
  declare readonly changes: Table<NoticedChange, number, Omit<NoticedChange, "number">>;
  // The attendee's rows.
  declare readonly stars: MarkTable<Star>;
  declare readonly deliveries: Table<Delivery, string>;
  declare readonly settings: Table<{ readonly name: string; readonly value: unknown }, string>;
  declare readonly exports: MarkTable<Export>;
  declare readonly leads: MarkTable<SessionLead>;
  declare readonly passes: MarkTable<Pass>;
  declare readonly notes: MarkTable<Note>;
  declare readonly visits: MarkTable<Visit>;
  declare readonly entries: MarkTable<OwnEntry>;
  declare readonly friends: Table<Friend & { readonly conference: string }, [string, string]>;
  /** Up to which change the attendee has looked. */
  declare readonly looked: Table<Keyed<{ readonly upTo: number }>, string>;
  declare readonly sources: Table<Source, string>;
  declare readonly inbox: Table<Shared, number, Omit<Shared, "id">>;

  /** `base` is the path the site is served under: two events on one origin never share a database. */
  constructor(base: string, options?: DexieOptions) {
    super(`trackside:${base}`, options);
    this.version(1).stores({
      conferences: "key",
      details: "key",
      bytes: "key",
      freshness: "key",
      stars: "[conference+sessionId], conference",
      deliveries: "key, run",
      settings: "name",
      exports: "[conference+sessionId], conference",
    });
    this.version(2).stores({ leads: "[conference+sessionId], conference" });
    this.version(3).stores({ passes: "[conference+sessionId], conference" });
    this.version(4).stores({
      held: "key",
      changes: "++number, conference",
      looked: "key",
      sources: "key",
      inbox: "++id",
    });
    this.version(TABLES_VERSION).stores({
      notes: "[conference+sessionId], conference",
      visits: "[conference+sessionId], conference",
      entries: "[conference+sessionId], conference",
      friends: "[conference+id], conference",
    });
  }

  /**
   * What `read` answers, at once and again whenever rows that it read have changed: in this tab, another one
   * or the service worker. What it throws is told as an error, except that the store is closed.
   */
  watch<T>(read: () => Promise<T>): Observable<T> {
    return liveQuery(read);
  }
}
