import { Bell, BellOff } from "lucide-react";
import type { Clock } from "../../domain/clock";
import { fireTimesOf, type Lead, leadWords } from "../../domain/lead";
import { type Asked, leadOf, planOf } from "../../domain/reminder";
import { clockTime } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { type Db, HOME } from "../../store/db";
import { setLead } from "../../store/wishes";
import { LeadSelect } from "../parts/lead-select";
import { say } from "../parts/toast";
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

  const listed = (instants: readonly number[]) =>
    instants
      .map((fireAt) => `${leadWords(fireAt, session.startsAt)} (${clockTime(fireAt, timeZone)})`)
      .join(", ");
  const choose = async (chosen: Lead) => {
    show(chosen);
    try {
      // What holds for all anyway follows that from now on.
      await setLead(db, HOME, session.id, chosen === asked.wishes.lead ? null : chosen, clock);
    } catch {
      show(leadOf(asked, session.id));
      say("The choice could not be kept: this browser's storage did not take it.");
    }
  };
  const sentence = () => {
    if (lead === "none") return "Does not ring.";
    if (possible.length === 0) return "The time for its reminder has passed.";
    if (owed.length === 0) return `Star it to be reminded ${listed(possible)}.`;
    const how = permission === "granted" ? "Rings" : "Shows a banner, while the app is on screen,";
    return `${how} ${listed(owed.map(({ fireAt }) => fireAt))}.`;
  };
  const Icon = lead === "none" ? BellOff : Bell;
  const feedWords =
    ofFeed.length > 0
      ? [...new Set(ofFeed.map((at) => leadWords(at, session.startsAt)))].join(", ")
      : "never";
  return (
    <div className="rings">
      <Icon aria-hidden="true" size={18} />
      <div>
        <p>
          {sentence()} <a href="#/reminders">What this device can do</a>
        </p>
        <LeadSelect
          label="Remind me"
          feedWords={`As the programme says: ${feedWords}`}
          lead={chosenLead}
          onChange={(chosen) => void choose(chosen)}
        />
      </div>
    </div>
  );
}
