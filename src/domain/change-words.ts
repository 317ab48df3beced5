import type { Aspect, Change, Place, Slot } from "./change";
import type { Conference } from "./conference";
import { clockTime, dayName } from "./say-time";
import { t } from "./speech";
import { dayOf } from "./time";

type Zone = Pick<Conference, "timeZone">;

/** "Moved from 10:00 to 11:30": one thing that has changed, in the conference's zone. */
export function aspectWords(aspect: Aspect, { timeZone }: Zone): string {
  switch (aspect.is) {
    case "new":
      return t("New in the schedule");
    case "cancelled":
      return t("Cancelled");
    case "gone":
      return t("No longer in the schedule");
    case "back":
      return t("Back in the schedule");
    case "details":
      return t("New description");
    case "retitled":
      return t("New title, was “{title}”", { title: aspect.from });
    case "moved":
      return movedWords(aspect.from, aspect.to, timeZone);
    case "place":
      return placeWords(aspect.from, aspect.to);
  }
}

function movedWords(from: Slot, to: Slot, timeZone: string): string {
  if (from.startsAt === to.startsAt && !from.allDay && !to.allDay)
    return t("Ends at {to}, was {from}", {
      to: clockTime(to.endsAt, timeZone),
      from: clockTime(from.endsAt, timeZone),
    });
  const isOneDay = dayOf(from.startsAt, timeZone, 0) === dayOf(to.startsAt, timeZone, 0);
  const said = ({ startsAt, allDay }: Slot) => {
    const time = allDay ? t("All day") : clockTime(startsAt, timeZone);
    return isOneDay ? time : t("{day}, {time}", { day: dayName(dayOf(startsAt, timeZone, 0)), time });
  };
  return t("Moved from {from} to {to}", { from: said(from), to: said(to) });
}

function placeWords(from: Place, to: Place): string {
  // The venue is worth saying where it is not the same.
  const said = ({ room, venue }: Place) =>
    [room, room === null || from.venue !== to.venue ? venue : null]
      .filter((name) => name !== null)
      .join(", ");
  const [before, now] = [said(from), said(to)];
  if (!now) return t("No room named any more, was {from}", { from: before });
  return before ? t("Now in {to}, was {from}", { to: now, from: before }) : t("Now in {to}", { to: now });
}

/** What has changed about a session, in words, weightiest first. */
export function changeWords({ aspects }: Change, zone: Zone): readonly string[] {
  return aspects.map((aspect) => aspectWords(aspect, zone));
}

/** The one word that marks a session in a list; null where the list says it already, or it is not worth one. */
export function changeMark({ aspects }: Pick<Change, "aspects">): string | null {
  switch (aspects[0]?.is) {
    case "moved":
      return t("Moved");
    case "place":
      return t("New room");
    case "retitled":
      return t("New title");
    case "back":
      return t("Back in the schedule");
    case "new":
      return t("New");
    case "details":
      return t("New description");
    case "cancelled":
    case "gone":
    case undefined:
      return null;
  }
}
