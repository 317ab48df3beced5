import { listed } from "../../domain/say-list";
import { t } from "../../domain/speech";
import type { Kind } from "../../store/backup-schema";
import type { KindCount } from "../../store/plan-restore";
import type { Unread } from "../../store/read-backup";

/** "12 stars" */
function countWords(kind: keyof Unread, count: number): string {
  switch (kind) {
    case "stars":
      return t("{count, plural, one {# star} other {# stars}}", { count });
    case "passes":
      return t(
        "{count, plural, one {# session that is not for you} other {# sessions that are not for you}}",
        {
          count,
        },
      );
    case "leads":
      return t(
        "{leads, plural, one {# time of your own for a reminder} other {# times of your own for reminders}}",
        { leads: count },
      );
    case "notes":
      return t("{count, plural, one {# note} other {# notes}}", { count });
    case "visits":
      return t("{count, plural, one {# mark after a session} other {# marks after sessions}}", { count });
    case "entries":
      return t("{count, plural, one {# entry of your own} other {# entries of your own}}", { count });
    case "friends":
      return t("{count, plural, one {the agenda of # friend} other {the agendas of # friends}}", { count });
    case "exports":
      return t(
        "{count, plural, one {# session that your calendar was told of} other {# sessions that your calendar was told of}}",
        { count },
      );
    case "deliveries":
      return t("{count, plural, one {# reminder that is over} other {# reminders that are over}}", { count });
    case "conferences":
      return t("{count, plural, one {# conference} other {# conferences}}", { count });
    case "settings":
      return t("{count, plural, one {# setting} other {# settings}}", { count });
  }
}

/** "12 stars, 3 of them here already" */
export function kindWords({ kind, inFile, here, both }: KindCount): string {
  const what = countWords(kind, inFile);
  if (both > 0) {
    return t(
      "{count, plural, one {{what}, # differs from yours: both texts are kept} other {{what}, # differ from yours: both texts are kept}}",
      { what, count: both },
    );
  }
  if (here === 0) return what;
  if (here === inFile) return t("{what}, here already", { what });
  return t("{what}, {count} of them here already", {
    what,
    count: here,
  });
}

/** "3 stars and 1 note"; null where it is nothing. */
export function listWords(counts: Iterable<readonly [keyof Unread | Kind, number]>): string | null {
  const words = [...counts].filter(([, count]) => count > 0).map(([kind, count]) => countWords(kind, count));
  return words.length > 0 ? listed(words) : null;
}
