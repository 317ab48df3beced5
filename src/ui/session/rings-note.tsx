import { Bell, BellOff } from "lucide-react";
import type { Clock } from "../../domain/clock";
import { fireTimesOf, type Lead, leadWords } from "../../domain/lead";
import { type Asked, leadOf, planOf } from "../../domain/reminder";
import { listed } from "../../domain/say-list";
import { clockTime } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { setLead } from "../../store/wishes";
import { LeadSelect } from "../parts/lead-select";
import { say } from "../parts/toast";
import { shown } from "../shown";
import { useChosen } from "../use-chosen";
import { usePermission } from "../use-permission";

/** When this session's reminders ring, as far as that can be said on this device, and the choice of it. */
export function RingsNote(props: {
  readonly db: Db;
  readonly session: Session;
  readonly asked: Asked;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly now: number;
}) {
  const { db, session, asked, clock, timeZone, now } = props;
  const permission = usePermission();
  // The sentence speaks of what is kept, the field of what has just been chosen.
  const lead = leadOf(asked, session.id);
  const [chosenLead, show] = useChosen(lead);
  const ofFeed = fireTimesOf(session, "feed");
  const possible = fireTimesOf(session, lead).filter((fireAt) => fireAt > now);
  const owed = planOf({ sessions: [session] }, asked, clock).filter(({ fireAt }) => fireAt > now);
  const over = now >= Math.max(session.endsAt, ...ofFeed, session.startsAt);
  if (session.status === "CANCELLED" || over) return null;

  const said = (instants: readonly number[]) =>
    listed(
      instants.map((fireAt) =>
        t("{lead} ({time})", {
          lead: leadWords(fireAt, session.startsAt),
          time: clockTime(fireAt, timeZone),
        }),
      ),
    );
  const choose = async (chosen: Lead) => {
    show(chosen);
    try {
      // What holds for all anyway follows that from now on.
      await setLead(db, shown.get(), session.id, chosen === asked.wishes.lead ? null : chosen, clock);
    } catch {
      show(leadOf(asked, session.id));
      say(t("The choice could not be kept: this browser’s storage did not take it."));
    }
  };
  const sentence = () => {
    if (lead === "none") return t("Does not ring.");
    if (possible.length === 0) return t("The time for its reminder has passed.");
    if (owed.length === 0) return t("Star it to be reminded {times}.", { times: said(possible) });
    const times = said(owed.map(({ fireAt }) => fireAt));
    return permission === "granted"
      ? t("Rings {times}.", { times })
      : t("Shows a banner, while the app is on screen, {times}.", { times });
  };
  const Icon = lead === "none" ? BellOff : Bell;
  const feedWords =
    ofFeed.length > 0
      ? listed([...new Set(ofFeed.map((at) => leadWords(at, session.startsAt)))])
      : t("never");
  return (
    <div className="rings">
      <Icon aria-hidden="true" size={18} />
      <div>
        <p>
          {sentence()} <a href="#/reminders">{t("What this device can do")}</a>
        </p>
        <LeadSelect
          label={t("Remind me")}
          // No programme says anything of an own entry.
          feedWords={session.own ? feedWords : t("As the programme says: {times}", { times: feedWords })}
          lead={chosenLead}
          onChange={(chosen) => void choose(chosen)}
        />
      </div>
    </div>
  );
}
