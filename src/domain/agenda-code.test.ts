import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeAgenda, idsInCode, idsInOrder, readAgendaCode, sealed } from "./agenda-code";
import { BitWriter } from "./bits";
import type { Conference } from "./conference";
import { type FoundAgenda, findAgenda } from "./find-agenda";
import { shortName } from "./fingerprint";
import { sampleConference, sampleSession } from "./sample";
import type { Session } from "./session";

/** One session of a random conference: starred or not, and what becomes of it in a later feed. */
interface Fate {
  readonly id: string;
  readonly isStarred: boolean;
  readonly later: "stays" | "moves" | "vanishes" | "is made again";
}

const fate: fc.Arbitrary<Fate> = fc.record({
  id: fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 12 }), fc.nat(999).map(String)),
  isStarred: fc.boolean(),
  later: fc.constantFrom("stays", "stays", "stays", "moves", "vanishes", "is made again"),
});
const life = fc.record({
  fates: fc.uniqueArray(fate, { selector: ({ id }) => id, maxLength: 60 }),
  arrivals: fc.uniqueArray(fc.uuid(), { maxLength: 10 }),
  name: fc.string({ unit: "grapheme", maxLength: 60 }),
});

const asSession = (id: string) => sampleSession({ id, title: `Title of ${id}` });
const again = (id: string) => `${id} (again)`;

/** The state of the programme after all that: what the feed holds, and what the store keeps of before. */
function laterOf(fates: readonly Fate[], arrivals: readonly string[], name: string): Conference {
  const sessions: Session[] = [];
  for (const { id, later } of fates) {
    if (later === "vanishes") continue;
    if (later === "is made again") sessions.push(asSession(again(id)));
    else
      sessions.push(
        later === "moves" ? { ...asSession(id), startsAt: 1, title: "New", room: "Z" } : asSession(id),
      );
  }
  const renamed = fates
    .filter(({ later }) => later === "is made again")
    .map(({ id }) => [id, again(id)] as const);
  return { ...sampleConference([...sessions, ...arrivals.map(asSession)].reverse()), name, renamed };
}

function decode(letters: string, conference: Conference): FoundAgenda {
  const code = readAgendaCode(letters);
  if (typeof code === "string") throw new Error(`${letters}: ${code}`);
  return findAgenda(code, [{ key: "home", conference }]);
}

describe("10,000 random conferences and agendas, through edits of the feed", { timeout: 120_000 }, () => {
  test("by short names: what is held is starred, what is not is missing, and nothing else", () => {
    fc.assert(
      fc.property(life, ({ fates, arrivals, name }) => {
        const before = { ...sampleConference(fates.map(({ id }) => asSession(id))), name };
        const starred = new Set(fates.filter((one) => one.isStarred).map(({ id }) => id));
        const letters = encodeAgenda(before, starred, "names");
        const found = decode(letters, laterOf(fates, arrivals, name));
        if (found.is !== "found") throw new Error(found.is);
        // Place by place: so that what is sent in that order, such as titles, names what is missing.
        const fateOf = new Map(fates.map((one) => [one.id, one.later]));
        const wanted = idsInCode(before, starred, "names").map((id) => {
          if (fateOf.get(id) === "vanishes") return null;
          return fateOf.get(id) === "is made again" ? again(id) : id;
        });
        expect(found.sessionIds).toEqual(wanted);
        expect(found.sessionIds).toHaveLength(starred.size);
      }),
      { numRuns: 10_000 },
    );
  });

  test("by places: exactly the starred ones where the ids agree, and none at all where they do not", () => {
    fc.assert(
      fc.property(life, ({ fates, arrivals, name }) => {
        const before = { ...sampleConference(fates.map(({ id }) => asSession(id))), name };
        const starred = new Set(fates.filter((one) => one.isStarred).map(({ id }) => id));
        const letters = encodeAgenda(before, starred, "places");
        const later = laterOf(fates, arrivals, name);
        const agrees = JSON.stringify(idsInOrder(before)) === JSON.stringify(idsInOrder(later));
        const found = decode(letters, later);
        if (agrees) expect(found).toMatchObject({ is: "found", sessionIds: [...starred].sort() });
        else expect(found).toEqual({ is: "other state", key: "home" });
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("200 stars of 5,000 sessions", () => {
  const ids = Array.from(
    { length: 5000 },
    (_, index) => `session/${shortName(String(index)).toString(36)}@conference.org`,
  );
  const conference = { ...sampleConference(ids.map(asSession)), name: "The Great Pencil Convention" };
  const starred = new Set([...ids].sort((a, b) => shortName(`${a}!`) - shortName(`${b}!`)).slice(0, 200));

  test("fit 300 letters where the feeds agree", () => {
    const letters = encodeAgenda(conference, starred, "places");
    expect(letters.length).toBeLessThanOrEqual(300);
    expect(decode(letters, conference)).toMatchObject({ is: "found", sessionIds: [...starred].sort() });
  });

  test("take no more than 1,200 where they may differ", () => {
    expect(encodeAgenda(conference, starred, "names").length).toBeLessThanOrEqual(1200);
  });
});

describe("letters that are no agenda", () => {
  const conference = sampleConference(["a", "b", "c"].map(asSession));
  const letters = encodeAgenda(conference, new Set(["a", "c"]), "names");

  test("cut off anywhere, or changed in any letter, they are known to be broken", () => {
    for (let at = 0; at < letters.length; at += 1) {
      expect(readAgendaCode(letters.slice(0, at))).toBe("broken");
      const other = letters[at] === "A" ? "B" : "A";
      expect(readAgendaCode(letters.slice(0, at) + other + letters.slice(at + 1))).toBe("broken");
    }
  });

  test("whatever is thrown at the reader, it throws nothing back", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: "binary" })), (text) => {
        expect(readAgendaCode(text)).toBe("broken");
      }),
      { numRuns: 5000 },
    );
  });

  test("made to look whole, it is read or refused, and never more than there could be", () => {
    const hostile = fc.tuple(fc.nat(255), fc.uint8Array({ maxLength: 400 }));
    fc.assert(
      fc.property(hostile, ([first, rest]) => {
        const code = readAgendaCode(sealed(Uint8Array.of(first, ...rest)));
        if (typeof code === "string") return;
        expect(first >> 4).toBe(1);
        const meant = code.meant.by === "names" ? code.meant.names : code.meant.places;
        expect(meant.length).toBeLessThanOrEqual(20_000);
        expect(findAgenda(code, [{ key: "home", conference }]).is).not.toBe("found");
      }),
      { numRuns: 5000 },
    );
  });

  test("of a later version it says so", () => {
    expect(readAgendaCode(sealed(Uint8Array.of(0x20, 1, 2, 3)))).toBe("newer");
  });

  test("a million stars in few bits are too many", () => {
    const bits = new BitWriter();
    bits.write(1, 4);
    bits.write(1, 1);
    bits.write(0, 6);
    bits.writeCount(1_000_000);
    bits.write(0, 6);
    for (let bit = 0; bit < 1000; bit += 1) bits.write(0, 40);
    expect(readAgendaCode(sealed(bits.bytes()))).toBe("too large");
  });

  test("a million letters are too many", () => {
    expect(readAgendaCode("A".repeat(1_000_000))).toBe("too large");
  });
});

describe("of another conference", () => {
  const one = { ...sampleConference(["a", "b", "c", "d"].map(asSession)), name: "One" };
  const two = { ...sampleConference(["e", "f", "g", "h"].map(asSession)), name: "Two" };
  const codeOf = (by: "places" | "names") => {
    const code = readAgendaCode(encodeAgenda(one, new Set(["a", "b"]), by));
    if (typeof code === "string") throw new Error(code);
    return code;
  };

  test.each(["places", "names"] as const)("by %s: foreign where only another is here", (by) => {
    expect(findAgenda(codeOf(by), [{ key: "two", conference: two }])).toEqual({ is: "foreign" });
    expect(codeOf(by).conference).toBe("One");
  });

  test.each(["places", "names"] as const)("by %s: its own is found among several", (by) => {
    const found = findAgenda(codeOf(by), [
      { key: "two", conference: two },
      { key: "one", conference: one },
    ]);
    expect(found).toMatchObject({ is: "found", key: "one" });
  });

  test("one that was renamed is known by its sessions; one of that name whose sessions are all gone as well", () => {
    const renamed = { ...one, name: "Uno" };
    expect(findAgenda(codeOf("names"), [{ key: "one", conference: renamed }])).toMatchObject({ is: "found" });
    const emptied = { ...two, name: "One", gone: [asSession("a")] };
    const found = findAgenda(codeOf("names"), [{ key: "one", conference: emptied }]);
    expect(found).toMatchObject({ is: "found", sessionIds: [null, null] });
    expect(found.is === "found" && [...found.titles.values()]).toEqual(["Title of a"]);
  });
});
