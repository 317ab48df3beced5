import { SECOND } from "../../domain/time";

/** Milliseconds from the first letter that is not stored to its way there, whatever is typed after it. */
const AFTER = 250;

/** Until the store is asked again that has refused. */
const AGAIN = 5 * SECOND;

/** A text, and what the store had when it was made. */
export interface Waiting {
  readonly base: string;
  readonly text: string;
}

/** What a draft asks of store and field. */
export interface DraftDoors {
  readonly read: () => Promise<string>;
  /** Stores a text and gives what is stored then: of two writers both texts, the other's first. */
  readonly write: (waiting: Waiting) => Promise<string>;
  /** Keeps beside the store, at once, what is on its way there; null as soon as nothing is. */
  readonly keepBeside: (waiting: Waiting | null) => void;
  /** Puts a text into the field. */
  readonly show: (text: string) => void;
  readonly isFocused: () => boolean;
  /** An input method is in the middle of a word: the field is not to be touched. */
  readonly isComposing: () => boolean;
  readonly tell: (state: DraftState) => void;
}

/** Whether the store has taken what was typed last. */
export type DraftState = "kept" | "refused";

/** A text that is being written, in a field, and stored while it is. */
export interface Draft {
  /** The field holds this from now on: it is on its way to the store a quarter of a second later at most. */
  readonly type: (text: string) => void;
  /** Stores now what is not stored yet. */
  readonly flush: () => void;
  /** Somebody may have written to the store: shows what it has, unless there are letters that it has not. */
  readonly look: () => void;
  /** The field is left: it shows all of the text. */
  readonly leave: () => void;
  /** The field goes. */
  readonly end: () => void;
}

/**
 * Keeps field and store the same. One question to the store at a time, so that nobody takes an older answer for a
 * newer one. What another tab has written while there are letters here that the store has not is put before them,
 * and shown as soon as nobody writes.
 */
export function openDraft(start: Waiting, doors: DraftDoors): Draft {
  let { base, text } = start;
  /** Another's text, which the field does not show yet. */
  let above = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isAsked = false;
  let hasEnded = false;
  const whole = () => above + text;
  const isStored = () => whole() === base;

  const run = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (isBusy) {
      isAsked = true;
      return;
    }
    isBusy = true;
    try {
      do {
        isAsked = false;
        await (isStored() ? compare() : store());
      } while (isAsked);
      doors.tell("kept");
    } catch {
      doors.tell("refused");
      if (!hasEnded) timer ??= setTimeout(run, AGAIN);
    }
    isBusy = false;
  };

  const compare = async () => {
    const kept = await doors.read();
    if (!isStored() || kept === base || doors.isComposing()) return;
    base = kept;
    replace(kept);
  };

  const store = async () => {
    const sent = whole();
    const kept = await doors.write({ base, text: sent });
    base = kept;
    if (kept !== sent) takeOther(sent, kept);
    keepBeside();
  };

  // At each letter, as that takes no time: the store may be busy with something else when the page is killed.
  const keepBeside = () => doors.keepBeside(isStored() ? null : { base, text: whole() });

  const takeOther = (sent: string, kept: string) => {
    if (kept.endsWith(sent)) above = kept.slice(0, kept.length - sent.length) + above;
    else if (whole() === sent) return replace(kept);
    else above = `${kept}\n\n${above}`;
    unfold();
  };

  const unfold = () => {
    if (above !== "" && !doors.isFocused()) replace(whole());
  };

  const replace = (all: string) => {
    above = "";
    text = all;
    doors.show(all);
  };

  const flush = () => {
    if (!isStored()) void run();
  };
  // What a visit before could not store.
  flush();

  return {
    type: (typed) => {
      text = typed;
      keepBeside();
      if (!isStored()) timer ??= setTimeout(run, AFTER);
    },
    flush,
    look: () => {
      // Letters that are on their way find the other's text there themselves.
      if (isBusy) isAsked = true;
      else if (isStored()) void run();
    },
    leave: () => {
      flush();
      unfold();
    },
    end: () => {
      hasEnded = true;
      flush();
      clearTimeout(timer);
    },
  };
}
