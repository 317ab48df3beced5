import { agendaOf } from "./agenda";
import type { Conference } from "./conference";
import { type EntryDraft, fieldsOf } from "./entry-draft";
import { stageOf } from "./now-next";
import { isHeld } from "./session";
import { MINUTE } from "./time";

/** How long an entry is until the attendee says otherwise. */
const ENTRY_LENGTH = 30 * MINUTE;

/** A start is proposed at a whole quarter of an hour. */
const STEP = 15 * MINUTE;

/**
 * A new entry at `now` (app's time): during the conference today, in the next half an hour that is free in the
 * agenda; else on its first day. `starred` are the sessions of the agenda.
 */
export function newDraft(conference: Conference, starred: ReadonlySet<string>, now: number): EntryDraft {
  const first = conference.sessions.find((session) => !session.own && isHeld(session))?.startsAt ?? now;
  const isOn = stageOf(conference.sessions, now) === "during";
  let startsAt = isOn ? Math.ceil(now / STEP) * STEP : first;
  for (const { sessions } of agendaOf(conference, starred).days)
    for (const session of sessions)
      if (isHeld(session) && session.startsAt < startsAt + ENTRY_LENGTH && session.endsAt > startsAt)
        startsAt = session.endsAt;
  return { title: "", place: "", ...fieldsOf(startsAt, startsAt + ENTRY_LENGTH, conference) };
}
