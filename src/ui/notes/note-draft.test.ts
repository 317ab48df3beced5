import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mergedNote } from "../../domain/note";
import { type DraftState, openDraft, type Waiting } from "./note-draft";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A store that several tabs write to, and takes `slow` milliseconds for each question. */
function shelf(text = "", slow = 1) {
  const store = { text, refuses: false, writes: 0 };
  const wait = () => new Promise((done) => setTimeout(done, slow));
  const tab = (start: Waiting = { base: store.text, text: store.text }) => {
    const field = { text: start.text, focused: true, composing: false, state: null as DraftState | null };
    const beside = { waiting: null as Waiting | null };
    const draft = openDraft(start, {
      read: async () => {
        await wait();
        return store.text;
      },
      write: async ({ base, text: mine }) => {
        await wait();
        if (store.refuses) throw new Error("full");
        store.writes += 1;
        store.text = mergedNote(base, mine, store.text);
        return store.text;
      },
      keepBeside: (waiting) => {
        beside.waiting = waiting;
      },
      show: (shown) => {
        field.text = shown;
      },
      isFocused: () => field.focused,
      isComposing: () => field.composing,
      tell: (state) => {
        field.state = state;
      },
    });
    const type = (letters: string) => {
      field.text += letters;
      draft.type(field.text);
    };
    return { field, beside, draft, type };
  };
  return { store, tab };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("what is typed without a pause is stored all the same, a quarter of a second later", async () => {
  const { store, tab } = shelf();
  const { type } = tab();
  for (let at = 0; at < 2_000; at += 50) {
    type(String.fromCharCode(97 + at / 50));
    await pass(50);
    // 250 ms, one for the store.
    expect(store.text.length).toBeGreaterThanOrEqual(Math.floor((at - 251) / 50));
  }
  expect(store.writes).toBeLessThanOrEqual(8);
});

test("a store that takes its time gets the newest letters next, and nothing twice", async () => {
  const { store, tab } = shelf("", 600);
  const { type } = tab();
  for (const letter of "abcdefghij") {
    type(letter);
    await pass(100);
  }
  await pass(1_300);
  expect(store.text).toBe("abcdefghij");
});

test("leaving stores at once, and before that keeps it beside the store", async () => {
  const { store, tab } = shelf();
  const { type, draft, beside } = tab();
  type("a");
  draft.end();
  expect(beside.waiting).toEqual({ base: "", text: "a" });
  await pass(1);
  expect(store.text).toBe("a");
  expect(beside.waiting).toBeNull();
});

test("what a visit before could not store is stored first", async () => {
  const { store, tab } = shelf("a");
  const { field } = tab({ base: "a", text: "ab" });
  await pass(1);
  expect([store.text, field.text]).toEqual(["ab", "ab"]);
});

test("another tab's text is shown where all letters are stored, and not in the middle of a word", async () => {
  const { store, tab } = shelf("a");
  const { field, draft } = tab();
  store.text = "ab";
  field.composing = true;
  draft.look();
  await pass(1);
  expect(field.text).toBe("a");
  field.composing = false;
  draft.look();
  await pass(1);
  expect(field.text).toBe("ab");
});

test("letters that are not stored are not overwritten: both texts are kept, and shown once the field is left", async () => {
  const { store, tab } = shelf("a");
  const { field, draft, type } = tab();
  type("b");
  store.text = "ax";
  draft.look();
  await pass(300);
  expect(field.text).toBe("ab");
  expect(store.text).toBe("ax\n\nab");
  type("c");
  await pass(300);
  expect(field.text).toBe("abc");
  expect(store.text).toBe("ax\n\nabc");
  field.focused = false;
  draft.leave();
  expect(field.text).toBe("ax\n\nabc");
  draft.look();
  await pass(1);
  expect(field.text).toBe("ax\n\nabc");
});

test("a refusal is told, loses nothing, and is tried again", async () => {
  const { store, tab } = shelf("a");
  const { field, type, beside } = tab();
  store.refuses = true;
  type("b");
  await pass(300);
  expect(field).toMatchObject({ text: "ab", state: "refused" });
  expect(beside.waiting).toEqual({ base: "a", text: "ab" });
  store.refuses = false;
  await pass(5_100);
  expect(store.text).toBe("ab");
  expect(field.state).toBe("kept");
  expect(beside.waiting).toBeNull();
});

test("however two tabs write, no letter of either is lost, and in the end both show the same", async () => {
  const step = fc.record({
    who: fc.nat(1),
    does: fc.constantFrom("types", "leaves", "comes", "looks"),
    after: fc.constantFrom(0, 1, 100, 300),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.constantFrom(1, 40, 400), async (steps, slow) => {
      const { store, tab } = shelf("", slow);
      const tabs = [tab(), tab()] as const;
      const typed: string[] = [];
      for (const { who, does, after } of steps) {
        const one = who === 0 ? tabs[0] : tabs[1];
        if (does === "types") {
          const word = `${who}w${typed.length}.`;
          typed.push(word);
          one.type(word);
        }
        if (does === "looks") one.draft.look();
        if (does === "comes") one.field.focused = true;
        if (does === "leaves") {
          one.field.focused = false;
          one.draft.leave();
        }
        await pass(after);
      }
      for (const one of [...tabs, ...tabs]) {
        one.field.focused = false;
        one.draft.leave();
        await pass(3_000);
        one.draft.look();
        await pass(3_000);
      }
      for (const word of typed) expect(store.text).toContain(word);
      for (const one of tabs) expect(one.field.text).toBe(store.text);
    }),
    { numRuns: 200 },
  );
});
