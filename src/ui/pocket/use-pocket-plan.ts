import { useEffect, useState } from "react";
import type { Clock } from "../../domain/clock";
import { FIRST_WISHES } from "../../domain/wishes";
import { pocketPlanOf } from "../../reminders/pocket-plan";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import { readAllKept } from "../../store/kept";
import { readSetting } from "../../store/settings";
import { useLive } from "../use-live";

/** What comes next today, renewed with stars and schedule, and as time goes on. */
export function usePocketPlan(db: Db, clock: Clock) {
  const [now, setNow] = useState(deviceNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceNow()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const kept = useLive(() => readAllKept(db), [db], null);
  const wishes = useLive(() => readSetting(db, "wishes"), [db], FIRST_WISHES);
  const plan = kept && pocketPlanOf(kept, clock, null, now);
  return { isEmpty: plan?.endsAt === null, next: plan?.upcoming[0], sounds: wishes.sound };
}
