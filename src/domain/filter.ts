import { categoriesOf, categoryKey } from "./category";
import { overAt, type Session } from "./session";

/** What is searched for, as the address of the search keeps it. Null and false let everything through. */
export interface Filter {
  /** The words, as they were typed. */
  readonly q: string;
  /** `YYYY-MM-DD` */
  readonly day: string | null;
  readonly room: string | null;
  readonly kind: string | null;
  /** A category's tidied label. */
  readonly category: string | null;
  readonly starred: boolean;
  /** Only what is not over yet. */
  readonly left: boolean;
}

/** The parts of a filter that choose one value among several. */
export type Choice = "day" | "room" | "kind" | "category";

type Part = Choice | "starred" | "left";

export const CHOICES: readonly Choice[] = ["day", "room", "kind", "category"];

/** Lets everything through. */
export const NO_FILTER: Filter = {
  q: "",
  day: null,
  room: null,
  kind: null,
  category: null,
  starred: false,
  left: false,
};

/** What a filter asks beyond the session itself. `now` is in epoch milliseconds. */
export interface FilterFacts {
  readonly starred: ReadonlySet<string>;
  readonly now: number;
}

/** Reads what stands behind the `?` of an address. What it does not know is left out, never an error. */
export function readFilter(query: string): Filter {
  const given = new Map<string, string>();
  for (const pair of query.split("&")) {
    const at = pair.indexOf("=");
    if (at > 0) given.set(decoded(pair.slice(0, at)), decoded(pair.slice(at + 1)));
  }
  const choice = (name: Choice) => given.get(name) || null;
  return {
    q: given.get("q") ?? "",
    day: choice("day"),
    room: choice("room"),
    kind: choice("kind"),
    category: choice("category"),
    starred: given.get("starred") === "1",
    left: given.get("left") === "1",
  };
}

/** A filter as it stands behind the `?` of an address; empty where it lets everything through. */
export function writeFilter(filter: Filter): string {
  const pairs: (readonly [string, string | null])[] = [
    ["q", filter.q],
    ...CHOICES.map((choice) => [choice, filter[choice]] as const),
    ["starred", filter.starred ? "1" : null],
    ["left", filter.left ? "1" : null],
  ];
  return pairs.flatMap(([name, value]) => (value ? [`${name}=${encoded(value)}`] : [])).join("&");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text; // A percent sign that somebody typed.
  }
}

function encoded(text: string): string {
  // Half of a character, as some keyboards leave it for a moment, cannot be encoded.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** The values that a session has for one choice. */
function valuesOf(session: Session, choice: Choice): readonly string[] {
  if (choice === "category") return categoriesOf(session);
  const value = session[choice];
  return value ? [value] : [];
}

/** What makes two values one: categories are spelled as their writers like. */
function keyOf(choice: Choice, value: string): string {
  return choice === "category" ? categoryKey(value) : value;
}

type Keys = Readonly<Record<Choice, readonly string[]>>;

// Asked for at each keystroke of a search, for every session found.
const known = new WeakMap<Session, Keys>();

/** By what the values of a session are told apart, for each choice. */
function keysOf(session: Session): Keys {
  const old = known.get(session);
  if (old) return old;
  const of = (choice: Choice) => valuesOf(session, choice).map((value) => keyOf(choice, value));
  const keys = { day: of("day"), room: of("room"), kind: of("kind"), category: of("category") };
  known.set(session, keys);
  return keys;
}

/** True where the choice of a filter, or its silence, lets a session through. */
function chosen(session: Session, choice: Choice, wanted: string | null): boolean {
  return wanted === null || keysOf(session)[choice].includes(keyOf(choice, wanted));
}

/** True for a session that is not over at `now`; one without an end is over once it has begun, or its day is. */
export function isLeft(session: Pick<Session, "startsAt" | "endsAt" | "allDay">, now: number): boolean {
  return overAt(session) > now || session.startsAt > now;
}

/** True where a session passes all of a filter but its words. */
export function passes(session: Session, filter: Filter, facts: FilterFacts): boolean {
  return partsFailed(session, filter, facts).length === 0;
}

/** Every value that sessions have for a choice, each once, in the order in which they appear. */
export function valuesIn(sessions: readonly Session[], choice: Choice): readonly string[] {
  const values = new Map<string, string>();
  for (const value of sessions.flatMap((session) => valuesOf(session, choice))) {
    if (!values.has(keyOf(choice, value))) values.set(keyOf(choice, value), value);
  }
  return [...values.values()];
}

/** One value of a choice, and how many sessions would be shown if it were chosen. */
interface Option {
  readonly value: string;
  readonly count: number;
}

/** How many sessions each part of a filter would leave, under the rest of it. */
export interface FilterCounts {
  readonly options: Readonly<Record<Choice, readonly Option[]>>;
  readonly starred: number;
  readonly left: number;
}

/** Every part of a filter that a session does not pass. */
function partsFailed(session: Session, filter: Filter, facts: FilterFacts): readonly Part[] {
  const failed: Part[] = CHOICES.filter((choice) => !chosen(session, choice, filter[choice]));
  if (filter.starred && !facts.starred.has(session.id)) failed.push("starred");
  if (filter.left && !isLeft(session, facts.now)) failed.push("left");
  return failed;
}

/**
 * How many of the sessions `found` by the words each part of a filter would leave. They are gone through once:
 * a part is asked of what fails at no other.
 */
export function countFilter(
  offered: Readonly<Record<Choice, readonly string[]>>,
  found: readonly Session[],
  filter: Filter,
  facts: FilterFacts,
): FilterCounts {
  const counts = { day: new Map(), room: new Map(), kind: new Map(), category: new Map() } as Readonly<
    Record<Choice, Map<string, number>>
  >;
  let [starred, left] = [0, 0];
  const isSet = partsSet(filter) > 0;
  for (const session of found) {
    const [failed, ...more] = isSet ? partsFailed(session, filter, facts) : [];
    if (more.length > 0) continue;
    const asks = (part: Part) => failed === undefined || failed === part;
    const keys = keysOf(session);
    for (const choice of CHOICES) {
      if (!asks(choice)) continue;
      for (const key of keys[choice]) counts[choice].set(key, (counts[choice].get(key) ?? 0) + 1);
    }
    if (asks("starred") && facts.starred.has(session.id)) starred += 1;
    if (asks("left") && isLeft(session, facts.now)) left += 1;
  }
  const optionsOf = (choice: Choice) =>
    offered[choice].map((value) => ({ value, count: counts[choice].get(keyOf(choice, value)) ?? 0 }));
  return {
    options: {
      day: optionsOf("day"),
      room: optionsOf("room"),
      kind: optionsOf("kind"),
      category: optionsOf("category"),
    },
    starred,
    left,
  };
}

/** How many parts of a filter are set, its words not counted. */
export function partsSet(filter: Filter): number {
  return (
    CHOICES.filter((choice) => filter[choice] !== null).length + Number(filter.starred) + Number(filter.left)
  );
}

/** A filter without the choices that the schedule does not offer, such as a room that was renamed. */
export function knownFilter(filter: Filter, offered: Readonly<Record<Choice, readonly string[]>>): Filter {
  const kept = { ...filter };
  for (const choice of CHOICES) {
    const wanted = filter[choice];
    kept[choice] =
      wanted === null
        ? null
        : (offered[choice].find((value) => keyOf(choice, value) === keyOf(choice, wanted)) ?? null);
  }
  return kept;
}
