import { describe, expect, test } from "vitest";
import { calendarDrift, driftWords, type Told } from "./calendar-drift";
import { sampleSession } from "./sample";
import type { Session } from "./session";
import { HOUR } from "./time";

const session = sampleSession();
const told = (of: Session, over: Partial<Told> = {}): Told => ({
  sessionId: of.id,
  title: of.title,
  startsAt: of.startsAt,
  endsAt: of.endsAt,
  allDay: of.allDay,
  room: of.room,
  cancelled: false,
  withAgenda: true,
  ...over,
});
const drift = (
  entries: readonly Told[],
  sessions: readonly Session[] = [session],
  starred = ["s1"],
  now = session.startsAt - HOUR,
) => calendarDrift(entries, sessions, new Set(starred), now);
const NONE = { moved: [], cancelled: [], dropped: [] };
const CANCELLED = sampleSession({ status: "CANCELLED" });

describe("what a calendar was told, and the schedule", () => {
  test("are in step, whatever title or sequence say", () =>
    expect(drift([told(session)], [sampleSession({ title: "Other", sequence: 9 })])).toEqual(NONE));

  test.each([
    ["another start", sampleSession({ startsAt: session.startsAt + HOUR })],
    ["another end", sampleSession({ endsAt: session.endsAt + HOUR })],
    ["another room", sampleSession({ room: "Hall J" })],
    ["all day", sampleSession({ allDay: true })],
  ])("%s has moved", (_, now) => expect(drift([told(session)], [now])).toEqual({ ...NONE, moved: [now] }));

  test("an own entry is no longer as it was told where it has moved, has another name, or is deleted", () => {
    const own = sampleSession({ id: "own:1", own: true });
    const now = (...sessions: Session[]) => drift([told(own)], sessions, ["own:1"]);
    expect(now(own)).toEqual(NONE);
    const words = "1 own entry is no longer as your calendar has it: export again.";
    for (const other of [{ title: "Tea" }, { startsAt: own.startsAt - HOUR }]) {
      expect(now({ ...own, ...other })).toEqual({ ...NONE, moved: [{ ...own, ...other }] });
      expect(driftWords(now({ ...own, ...other }))).toBe(words);
    }
    expect(now()).toEqual({ ...NONE, cancelled: [told(own)] });
    expect(driftWords(now())).toBe(words);
    const both = drift([told(own), told(session)], [], ["own:1", "s1"]);
    expect(driftWords(both)).toBe(
      "1 session in your calendar has been cancelled and 1 own entry is no longer as your calendar has it: export again.",
    );
  });

  test("cancelled or gone is told once", () => {
    for (const sessions of [[CANCELLED], []]) {
      expect(drift([told(session)], sessions)).toEqual({ ...NONE, cancelled: [told(session)] });
      expect(drift([told(session, { cancelled: true })], sessions)).toEqual(NONE);
    }
  });

  test("what is over is left alone, unless it now ends later", () => {
    const after = session.endsAt + 1;
    expect(drift([told(session)], [], ["s1"], after)).toEqual(NONE);
    expect(drift([told(session)], [session], [], after)).toEqual(NONE);
    const later = sampleSession({ startsAt: session.startsAt + HOUR });
    expect(drift([told(session)], [later], ["s1"], after)).toEqual({ ...NONE, moved: [later] });
  });

  test("what is no longer starred is taken out, unless it went out by itself", () => {
    expect(drift([told(session)], [session], [])).toEqual({ ...NONE, dropped: [session] });
    expect(drift([told(session, { withAgenda: false })], [session], [])).toEqual(NONE);
  });

  test("what is on again is put back", () =>
    expect(drift([told(session, { cancelled: true })])).toEqual({ ...NONE, moved: [session] }));
});

test.each([
  [{ moved: [session, session] }, "2 sessions in your calendar have moved: export again."],
  [
    { moved: [session], cancelled: [told(session)] },
    "1 session in your calendar has moved and 1 has been cancelled: export again.",
  ],
  [
    { moved: [session], cancelled: [told(session)], dropped: [session, session] },
    "1 session in your calendar has moved, 1 has been cancelled and 2 are no longer starred: export again.",
  ],
  [{ dropped: [session, session] }, "2 sessions in your calendar are no longer starred: export again."],
  [{}, null],
])("%#: words", (some, words) => expect(driftWords({ ...NONE, ...some })).toBe(words));
