import type { Lead } from "../domain/lead";
import { sampleConference } from "../domain/sample";
import type { Session } from "../domain/session";
import { endRehearsal, readClock, startRehearsal } from "../store/clock";
import { replaceConference } from "../store/conferences";
import type { Db, Source } from "../store/db";
import { HOME } from "../store/home";
import { readSetting } from "../store/settings";
import { addStar, removeStar } from "../store/stars";
import { changeWishes, setLead } from "../store/wishes";
import { appAt, type Facts, type Run, runOf, type Saying } from "./simulated-facts";
import type { Deed } from "./simulated-life";

/** Where deeds are done: a store, and the place in time. */
export interface Stage {
  readonly db: Db;
  readonly timeZone: string;
  /** The instant that rehearsals count from. */
  readonly begins: number;
}

const UNSAID: Saying = {
  at: Number.NEGATIVE_INFINITY,
  about: null,
  stars: new Set(),
  leads: new Map(),
  lead: "feed",
  scope: "stars",
  breaks: false,
};

/** The facts of a device on which nothing has been said yet. */
export function firstFacts(sessions: readonly Session[]): Facts {
  const real: Run = { name: "real", deviceFrom: 0, appFrom: 0, speed: 1, sayings: [UNSAID] };
  return { sessions, gone: new Set(), real, rehearsal: null };
}

/** Writes the schedule as it stands into the store, as a refresh does. */
export async function publish({ db, timeZone }: Stage, { sessions, gone }: Facts): Promise<void> {
  const held = sessions.filter(({ id }) => !gone.has(id));
  await db.sources.put(BESIDE);
  for (const key of [HOME, BESIDE.key]) {
    const own = held.filter(({ id }) => conferenceOf(id) === key);
    await replaceConference(db, key, {
      conference: { ...sampleConference(own), timeZone },
      details: { sessions: {}, report: [] },
      bytes: new Uint8Array(),
      savedAt: 0,
    });
  }
}

/** A second conference on the device: every other session is of it. */
const BESIDE: Source = {
  key: "beside",
  name: "Beside",
  address: null,
  fileName: "beside.ics",
  addedAt: 0,
  since: { at: Number.NEGATIVE_INFINITY, run: "real", appAt: Number.NEGATIVE_INFINITY },
  timeZone: null,
};

const conferenceOf = (id: string) => (Number(id.slice(1)) % 2 === 0 ? HOME : BESIDE.key);

/** Does a deed through the store's own functions, and gives the facts as they are after it. */
export async function perform(stage: Stage, deed: Deed, facts: Facts, device: number): Promise<Facts> {
  switch (deed.kind) {
    case "lead":
    case "star":
    case "unstar": {
      const id = sessionOf(facts, deed.session)?.id;
      return id === undefined ? facts : sayOf(stage, deed, id, facts, device);
    }
    case "wish":
      return wish(stage, { lead: deed.lead }, facts, device);
    case "scope":
      return wish(stage, { scope: deed.scope, breaks: deed.breaks }, facts, device);
    case "rehearse": {
      const appFrom = stage.begins + deed.after;
      const { run } = await startRehearsal(stage.db, appFrom, deed.speed, device);
      const { sayings } = facts.real;
      const known = { ...(sayings.at(-1) ?? UNSAID), at: Number.NEGATIVE_INFINITY, about: null };
      const rehearsal = { name: run, deviceFrom: device, appFrom, speed: deed.speed, sayings: [known] };
      return { ...facts, rehearsal };
    }
    case "end rehearsal":
      await endRehearsal(stage.db);
      return { ...facts, rehearsal: null };
    default: {
      const next = reschedule(deed, facts);
      await publish(stage, next);
      return next;
    }
  }
}

const sessionOf = ({ sessions }: Facts, index: number) => sessions[index % sessions.length];

async function sayOf(
  { db }: Stage,
  deed: Extract<Deed, { kind: "star" | "unstar" | "lead" }>,
  id: string,
  facts: Facts,
  device: number,
): Promise<Facts> {
  const { stars, leads } = latestOf(facts);
  if (deed.kind === "lead") {
    const isForAll = deed.lead === latestOf(facts).lead;
    await setLead(db, conferenceOf(id), id, isForAll ? null : deed.lead, await readClock(db));
    const next = new Map(leads);
    // What is the wish for all anyway follows that again.
    if (isForAll) next.delete(id);
    else next.set(id, deed.lead);
    return said(facts, device, { about: id, leads: next });
  }
  const isOn = deed.kind === "star";
  if (stars.has(id) === isOn) return facts;
  if (isOn) await addStar(db, conferenceOf(id), id, await readClock(db));
  else await removeStar(db, conferenceOf(id), id);
  const others = [...stars].filter((star) => star !== id);
  return said(facts, device, { about: id, stars: new Set(isOn ? [...others, id] : others) });
}

async function wish(
  { db }: Stage,
  change: { readonly lead: Lead } | { readonly scope: "stars" | "every"; readonly breaks: boolean },
  facts: Facts,
  device: number,
): Promise<Facts> {
  await changeWishes(db, await readClock(db), await readSetting(db, "wishes"), change);
  const before: Saying = latestOf(facts);
  const after: Saying = { ...before, ...change };
  // Said again, it is as old as it was.
  const isSame = after.lead === before.lead && after.scope === before.scope && after.breaks === before.breaks;
  return isSame ? facts : said(facts, device, { about: null, ...change });
}

function latestOf(facts: Facts): Saying {
  return runOf(facts).sayings.at(-1) ?? UNSAID;
}

/** What is said in a rehearsal holds afterwards too, from the moment at which it was really said. */
function said({ real, rehearsal, ...facts }: Facts, device: number, change: Partial<Saying>): Facts {
  const heard = (run: Run): Run => ({
    ...run,
    sayings: [...run.sayings, { ...UNSAID, ...run.sayings.at(-1), ...change, at: appAt(run, device) }],
  });
  return { ...facts, real: heard(real), rehearsal: rehearsal && heard(rehearsal) };
}

function reschedule(
  deed: Extract<Deed, { kind: "cancel" | "reinstate" | "remove" | "move" }>,
  facts: Facts,
): Facts {
  const { sessions } = facts;
  const session = sessionOf(facts, deed.session);
  if (!session) return facts;
  const changed = (change: Partial<Session>) =>
    sessions.map((one) => (one === session ? { ...session, ...change } : one));
  switch (deed.kind) {
    case "cancel":
      return { ...facts, sessions: changed({ status: "CANCELLED" }) };
    case "remove":
      return { ...facts, gone: new Set([...facts.gone, session.id]) };
    case "reinstate": {
      const gone = new Set([...facts.gone].filter((id) => id !== session.id));
      return { ...facts, gone, sessions: changed({ status: null }) };
    }
    case "move": {
      const { startsAt, endsAt } = session;
      return { ...facts, sessions: changed({ startsAt: startsAt + deed.by, endsAt: endsAt + deed.by }) };
    }
  }
}
