import { HOUR, MINUTE } from "../domain/time";
import type { Db } from "../store/db";
import { readLog } from "../store/deliveries";
import type { ring } from "./ring";
import { firstFacts, perform, publish, type Stage } from "./simulated-deeds";
import { SimulatedDevice } from "./simulated-device";
import { deviceAt, limitOf, runOf } from "./simulated-facts";
import type { Deed, Fortune, Life, Step } from "./simulated-life";
import type { DeviceClock } from "./simulated-platform";
import { Witness } from "./simulated-witness";

/** What a simulation needs that lives longer than one life. */
export interface Theatre {
  /** For the attendee, the organiser and the oracle: nobody rings from it. */
  readonly hand: Db;
  /** Of three pages, and of the service worker at the end. */
  readonly cast: readonly Db[];
  readonly clock: DeviceClock;
  readonly ring: typeof ring;
}

/** Lives one life, and says what was wrong in it. */
export async function simulate(life: Life, { hand, cast, clock, ring }: Theatre): Promise<readonly string[]> {
  await Promise.all(hand.tables.map((table) => table.clear()));
  const { night, sessions } = life;
  const stage: Stage = { db: hand, timeZone: night.timeZone, begins: night.begins };
  const witness = new Witness(night.wallAt);
  const fates = { shows: [...life.shows], pauses: [...life.pauses] };
  clock.now = night.begins;
  const device = new SimulatedDevice(cast, clock, ring, witness, fates, firstFacts(sessions));
  await publish(stage, device.facts);
  for (const session of life.starred) await act(stage, device, clock, { kind: "star", session });
  const tabs = cast.slice(0, -1).map((_, index) => index);
  for (const tab of tabs) if (tab >= life.tabs) device.kill(tab);
  await device.wake(tabs);

  for (const step of life.steps) {
    await device.pass(gapOf(step, device));
    await take(step, stage, device, clock, witness);
  }

  // Whoever is frozen comes round; then, when all is over, a page that works is opened.
  await device.pass(device.untilThawed());
  fates.shows.length = 0;
  fates.pauses.length = 0;
  const run = runOf(device.facts);
  const last = Math.max(
    ...device.facts.sessions.flatMap(({ startsAt, endsAt, alarms }) => [
      limitOf(startsAt, endsAt) + HOUR,
      ...alarms.map((alarm) => (alarm.related === "none" ? limitOf(startsAt, alarm.at) : 0)),
    ]),
  );
  for (const tab of tabs) device.kill(tab);
  await device.sleep(Math.max(MINUTE, deviceAt(run, last) - clock.now));
  device.open(0);
  await device.wake([0]);
  witness.reads(await readLog(hand, run.name), device.facts, clock.now);
  return witness.violations;
}

/** A gap that is counted from the next fire time ends there where that is near enough to be waited for. */
function gapOf({ gap, afterNext }: Step, device: SimulatedDevice): number {
  const wait = afterNext ? device.untilNext() : 0;
  return wait < 2 * HOUR ? wait + gap : gap;
}

async function take(
  { who, what }: Step,
  stage: Stage,
  device: SimulatedDevice,
  clock: DeviceClock,
  witness: Witness,
): Promise<void> {
  if (isFortune(what)) return befall(who, what, device);
  // An attendee has a page in front of them: it rings as it comes into sight, and again after each change.
  if (!device.isFree(who)) return;
  await device.wake([who]);
  if (!device.isFree(who)) return;
  witness.reads(await readLog(stage.db, runOf(device.facts).name), device.facts, clock.now);
  await act(stage, device, clock, what);
  await device.wake([who]);
}

async function act(stage: Stage, device: SimulatedDevice, clock: DeviceClock, deed: Deed): Promise<void> {
  device.facts = await perform(stage, deed, device.facts, clock.now);
}

const FORTUNES: readonly string[] = ["sleep", "freeze", "jump", "kill", "open", "wake"];

function isFortune(what: Deed | Fortune): what is Fortune {
  return FORTUNES.includes(what.kind);
}

async function befall(who: number, what: Fortune, device: SimulatedDevice): Promise<void> {
  switch (what.kind) {
    case "sleep":
      return device.sleep(what.lasts);
    case "freeze":
      return device.freeze(who, what.lasts);
    case "jump":
      return device.jump(what.by);
    case "kill":
      return device.kill(who);
    case "open":
      device.open(who);
      return device.wake([who]);
    case "wake":
      return device.wake(what.others, what.canShow);
  }
}
