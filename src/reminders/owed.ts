import type { Clock } from "../domain/clock";
import { planOf, type Reminder } from "../domain/reminder";
import { HOME } from "../store/home";
import type { Kept } from "../store/kept";

/**
 * Every reminder that is asked for of all conferences on this device but past editions, by fire time. Those of the site's own
 * have the id they always had; before that of any other stands its conference's key, for feeds may hold the
 * same UIDs.
 */
export function owedBy(kept: readonly Kept[], clock: Clock): readonly Reminder[] {
  return kept
    .flatMap(({ key, conference, asked, isPast }) => {
      if (isPast) return [];
      const plan = planOf(conference, asked, clock);
      if (key === HOME) return plan;
      return plan.map((reminder) => ({ ...reminder, id: `${key}/${reminder.id}`, conference: key }));
    })
    .sort((a, b) => a.fireAt - b.fireAt);
}

/** The conference of a reminder, a delivery or a card; undefined where it is no longer on this device. */
export function keptOf(kept: readonly Kept[], { conference = HOME }: OfConference): Kept | undefined {
  return kept.find(({ key }) => key === conference);
}

/** What names its conference, where that is not the site's own. */
export interface OfConference {
  readonly conference?: string;
}
