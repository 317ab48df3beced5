import { describe, expect, test } from "vitest";
import { type CardTimes, cardFateOf } from "./card-fate";
import { sampleSession } from "./sample";
import type { Session } from "./session";
import { HOUR, MINUTE } from "./time";

const session = sampleSession();
const { startsAt, endsAt } = session;
const card = (over: Partial<CardTimes> = {}): CardTimes => ({
  fireAt: startsAt - 5 * MINUTE,
  startsAt,
  endsAt,
  room: session.room,
  insists: true,
  isNews: false,
  ...over,
});
const fate = (now: number, of: Session | undefined = session, over: Partial<CardTimes> = {}) =>
  cardFateOf(card(over), of, now);
const CANCELLED = sampleSession({ status: "CANCELLED" });

describe("a card that is up", () => {
  test("insists until its session begins, is calm until it ends, and is gone then", () => {
    expect(fate(startsAt - MINUTE)).toEqual({ fate: "keep", until: startsAt });
    expect(fate(startsAt)).toEqual({ fate: "renew", until: endsAt });
    expect(fate(startsAt, session, { insists: false })).toEqual({ fate: "keep", until: endsAt });
    expect(fate(endsAt - 1, session, { insists: false })).toEqual({ fate: "keep", until: endsAt });
    expect(fate(endsAt)).toEqual({ fate: "close" });
  });

  test("of a session without an end stays two minutes, and one that rang after the end too", () => {
    const short = { endsAt: startsAt, insists: false };
    expect(fate(startsAt, sampleSession({ endsAt: startsAt }), short)).toEqual({
      fate: "keep",
      until: startsAt + 2 * MINUTE,
    });
    const late = { fireAt: endsAt + MINUTE, insists: false };
    expect(fate(endsAt + MINUTE, session, late)).toEqual({ fate: "keep", until: endsAt + 3 * MINUTE });
    expect(fate(endsAt + 3 * MINUTE, session, late)).toEqual({ fate: "close" });
  });

  test("is closed where its session has moved, earlier or later", () => {
    for (const by of [-HOUR, HOUR]) {
      expect(fate(startsAt - MINUTE, sampleSession({ startsAt: startsAt + by }))).toEqual({ fate: "close" });
    }
  });

  test("tells where its session is off, cancelled or gone, once", () => {
    expect(fate(startsAt - MINUTE, CANCELLED)).toEqual({ fate: "tell", until: endsAt });
    expect(cardFateOf(card(), undefined, startsAt - MINUTE)).toEqual({ fate: "tell", until: endsAt });
    const news = { isNews: true, insists: false };
    expect(fate(startsAt - MINUTE, CANCELLED, news)).toEqual({ fate: "keep", until: endsAt });
    expect(fate(endsAt, CANCELLED, news)).toEqual({ fate: "close" });
  });

  test("is renewed where the room is another, and where a session that was off is on again", () => {
    const elsewhere = sampleSession({ room: "Hall J" });
    expect(fate(startsAt - MINUTE, elsewhere)).toEqual({ fate: "renew", until: endsAt });
    expect(fate(startsAt - MINUTE, elsewhere, { room: "Hall J" })).toEqual({ fate: "keep", until: startsAt });
    expect(fate(startsAt - MINUTE, session, { isNews: true })).toEqual({ fate: "renew", until: endsAt });
  });

  test("goes with a session that now ends sooner, and stays with one that now ends later", () => {
    const calm = { insists: false };
    expect(fate(startsAt + 10 * MINUTE, sampleSession({ endsAt: startsAt + 9 * MINUTE }), calm)).toEqual({
      fate: "close",
    });
    const longer = sampleSession({ endsAt: endsAt + HOUR });
    expect(fate(endsAt, longer, calm)).toEqual({ fate: "keep", until: endsAt + HOUR });
  });
});
