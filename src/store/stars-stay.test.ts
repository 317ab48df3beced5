import fc from "fast-check";
import { expect, test } from "vitest";
import { agendaOf } from "../domain/agenda";
import { REAL_CLOCK } from "../domain/clock";
import { sessionOf } from "../domain/conference";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { HOUR } from "../domain/time";
import { readConference } from "./conferences";
import { acceptHeld } from "./held";
import { HOME } from "./home";
import { readNotes, writeNote } from "./notes";
import { openTestDb } from "./open-test-db";
import { refresh } from "./refresh";
import { addStar, readStars, removeStar } from "./stars";

const NOON = Date.parse("2030-05-21T12:00:00Z");

/** What one feed has of one session: nothing, or it at some hour, in some room, under some UID. */
type State = { readonly hour: number; readonly room: string; readonly uid: number } | null;

const state: fc.Arbitrary<State> = fc.option(
  fc.record({ hour: fc.nat(2), room: fc.constantFrom("Attic", "Cellar"), uid: fc.nat(2) }),
);
const feed = fc.tuple(state, state, state, state, state);

function heldOf(of: State, index: number): readonly Session[] {
  if (!of) return [];
  const id = `${index}-${of.uid}`;
  const startsAt = NOON + (index + of.hour) * HOUR;
  return [sampleSession({ id, title: `Title ${index}`, startsAt, room: of.room })];
}

test("whatever feeds follow one another, no star is lost and each stands in the agenda; no note is lost and each has its session", {
  timeout: 60_000,
}, async () => {
  const life = fc.array(fc.record({ states: feed, accepts: fc.boolean() }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(feed, life, async (first, rest) => {
      const db = openTestDb();
      let answers = 0;
      const arrive = async (states: readonly State[]) => {
        const sessions = states.flatMap(heldOf);
        const bytes = new Uint8Array([answers++]);
        const conference = sampleConference(sessions);
        await refresh(db, HOME, {
          fetch: async () => ({ ok: true, bytes }),
          parse: async () => ({
            ok: true,
            cutOff: false,
            asksTimeZone: false,
            conference,
            details: { sessions: {}, report: [] },
          }),
          reader: "1",
        });
      };
      await arrive(first);
      const starred = first.flatMap(heldOf);
      for (const { id } of starred) await addStar(db, HOME, id, REAL_CLOCK);
      const noted = starred.slice(1);
      for (const { id, title } of noted) await writeNote(db, HOME, id, { base: "", text: title });
      for (const { id } of noted.slice(1)) await removeStar(db, HOME, id);
      for (const { states, accepts } of rest) {
        await arrive(states);
        if (accepts) await acceptHeld(db, HOME);
        const conference = await readConference(db, HOME);
        const stars = await readStars(db, HOME);
        const kept = starred.slice(0, 2);
        expect(stars).toHaveLength(kept.length);
        if (!conference) throw new Error("The conference is gone.");
        const agenda = agendaOf(conference, new Set(stars.map(({ sessionId }) => sessionId)));
        const titles = agenda.days.flatMap((day) => day.sessions.map(({ title }) => title));
        expect(titles.sort()).toEqual(kept.map(({ title }) => title).sort());
        const notes = await readNotes(db, HOME);
        expect(notes.map(({ text }) => text).sort()).toEqual(noted.map(({ title }) => title).sort());
        for (const { sessionId, text } of notes) expect(sessionOf(conference, sessionId)?.title).toBe(text);
      }
      db.close();
    }),
    { numRuns: 40 },
  );
});
