import type { PocketTest } from "../../domain/pocket-test";
import { inEnglish, t } from "../../domain/speech";
import { SECOND } from "../../domain/time";
import { closeCard, showCard } from "../../reminders/cards";
import { ownReady } from "../../reminders/own-worker";
import { permission } from "../../reminders/permission";
import { type PocketPlan, pocketPlanOf } from "../../reminders/pocket-plan";
import { deviceNow, readClock } from "../../store/clock";
import { isClosedStore } from "../../store/closed-store";
import type { Db } from "../../store/db";
import { readAllKept } from "../../store/kept";
import { type PocketEnd, readSetting, writeSetting } from "../../store/settings";
import { watchPlan } from "../../store/watch";
import { scopeHere } from "../base-path";
import { notice, storeTrouble } from "../parts/notices";
import { say } from "../parts/toast";
import { soundsElsewhere } from "../reminders/chime";
import { pocket } from "../reminders/use-pocket";
import { openLockScreen } from "./lock-screen";
import { type Measure, openMeasure } from "./measure";
import { onlyHere } from "./only-here";
import { POCKET_CARD, pocketCard } from "./pocket-card";
import { openTrack } from "./track";

/** After the last has begun and rung, the chime is let sound out. */
const AFTER = 3 * SECOND;
/** Where the last star was taken away, there is a while to undo that; the word that it has ended would stand in its place. */
const UNDONE = 12 * SECOND;

const NOTHING: PocketPlan = { chimes: [], upcoming: [], endsAt: null };

/** Why pocket mode ends: the attendee said so; another window has it; the test is over, or in vain; or as it is kept. */
type Why = "asked" | "elsewhere" | "tested" | "crossed" | Exclude<PocketEnd["why"], "gone">;

/** What the page says of one that has stopped. */
const STOPPED = {
  broken: inEnglish("Pocket mode has stopped: this device does not play its sound."),
  paused: inEnglish(
    "Pocket mode has stopped: another app, a call, a button or the system paused it. Reminders go on as without it.",
  ),
};

let stop: ((why: Why) => void) | undefined;

/** Ends pocket mode, if it is on, as the attendee asks for it. */
export function stopPocket(): void {
  stop?.("asked");
}

/**
 * Begins pocket mode, or a test of it where `tested` says of what, in the attendee's tap. From then on this page
 * plays, chimes when a reminder is due, and shows on the lock screen what comes next; it ends by itself, or when
 * something else pauses it.
 */
export function startPocket(db: Db, tested: Pick<PocketTest, "code" | "browser"> | null): void {
  if (stop) return;
  const since = deviceNow();
  let plan = NOTHING;
  let counted = since;
  let plannedAt: number | null = null;
  let measure: Measure | null = null;
  const dues = () => [...plan.chimes, ...(measure?.dues ?? [])].sort((a, b) => a - b);

  const track = openTrack({
    dues,
    onChime: (dueAt, late) => measure?.chimed(dueAt, late),
    onHalt: (why) => end(why),
    onTick: () => {
      const now = deviceNow();
      const [next] = plan.upcoming;
      if (next && next.startsAt <= now) {
        counted = next.startsAt;
        plan = { ...plan, upcoming: plan.upcoming.filter(({ startsAt }) => startsAt > now) };
      }
      screen.show(plan.upcoming[0], counted, now);
      const look = measure?.look();
      if (look === "done") end("tested");
      else if (look === "crossed") end("crossed");
      if (tested || plannedAt === null) return;
      if (now > Math.max((plan.endsAt ?? since) + AFTER, plannedAt + UNDONE)) end("over");
    },
  });
  const screen = openLockScreen(() => end("paused"));
  const said = notice.get();
  if (said === STOPPED.broken || said === STOPPED.paused) notice.set(null);
  soundsElsewhere.set(true);
  pocket.set({ isOn: true, since, isTest: tested !== null });

  let readings = 0;
  const read = async () => {
    const reading = ++readings;
    const [kept, clock, selfTest, wishes] = await Promise.all([
      readAllKept(db),
      readClock(db),
      readSetting(db, "selfTest"),
      readSetting(db, "wishes"),
    ]);
    if (reading !== readings) return;
    const found = pocketPlanOf(kept, clock, selfTest, deviceNow());
    plan = wishes.sound ? found : { ...found, chimes: [] };
    plannedAt = deviceNow();
    track.renew();
  };
  const unwatch = watchPlan(db, () => void read().catch(reportError));
  // Where everything is deleted, or a newer version has the store, nothing is known any more of what is to ring.
  const unwatchStore = storeTrouble.subscribe(() => {
    if (storeTrouble.get() === "deleted" || storeTrouble.get() === "superseded") end("asked");
  });
  void clearCard().catch(reportError);

  const end = (why: Why) => {
    if (stop !== end) return;
    stop = undefined;
    readings += 1;
    unwatch();
    unwatchStore();
    track.close();
    screen.close();
    leave();
    soundsElsewhere.set(false);
    pocket.set({ isOn: false });
    tell(why);
    void keep(why).catch((error: unknown) => {
      if (!isClosedStore(error)) reportError(error);
    });
  };
  const keep = async (why: Why) => {
    // What the other window has said of itself stands.
    if (why !== "elsewhere")
      await writeSetting(db, "pocketEnd", isTold(why) ? { at: deviceNow(), why } : null);
    await measure?.end(why === "tested" ? "done" : why === "paused" || why === "broken" ? why : null);
  };
  stop = end;
  // What another window keeps of its own is left alone.
  const begin = () => {
    if (stop !== end) return;
    measure = tested && openMeasure(db, tested);
    track.renew();
    void writeSetting(db, "pocketEnd", { at: since, why: "gone" }).catch(reportError);
  };
  const leave = onlyHere(begin, () => end("elsewhere"));
}

function isTold(why: Why): why is Exclude<PocketEnd["why"], "gone"> {
  return why === "paused" || why === "broken" || why === "over";
}

/** Says that it has ended: in the page, and where nobody sees that, on a card. */
function tell(why: Why): void {
  switch (why) {
    case "asked":
      return;
    case "elsewhere":
      say(t("Pocket mode is on in another window of the app."));
      return;
    case "over":
      say(t("Pocket mode has ended: nothing more rings today."));
      return;
    case "tested":
      say(t("The test of pocket mode is over."));
      return;
    case "crossed":
      say(t("The test of pocket mode has no result: another test or a rehearsal came in between."));
      return;
    case "broken":
    case "paused":
      notice.set(STOPPED[why]);
  }
  if (document.visibilityState === "hidden" && permission() === "granted") {
    void showPocketCard(why).catch(reportError);
  }
}

async function showPocketCard(why: keyof typeof STOPPED): Promise<void> {
  const registration = await ownReady(scopeHere());
  await showCard(registration, pocketCard(why, deviceNow(), registration.scope));
  document.addEventListener("visibilitychange", () => void clearCard().catch(reportError), { once: true });
}

async function clearCard(): Promise<void> {
  if (permission() === "granted") await closeCard(await ownReady(scopeHere()), POCKET_CARD);
}
