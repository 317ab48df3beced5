/** One BEGIN … END of a feed, its lines sorted by property name. */
export interface Block {
  /** In capitals. */
  readonly name: string;
  /** Unfolded content lines by property name in capitals, in the order of the file. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly blocks: readonly Block[];
  /** False where the file went on, or ended, without this block's END. */
  readonly whole: boolean;
  /** Lines that are no content lines, such as the rest of a text that was not folded. */
  readonly strays: number;
}

interface Blocks {
  readonly calendars: readonly Block[];
  /** The file ends before END:VCALENDAR. */
  readonly cutOff: boolean;
  /** Some events stand in no calendar; they make up the last one. */
  readonly hasBareEvents: boolean;
}

interface OpenBlock extends Block {
  readonly lines: Map<string, string[]>;
  readonly blocks: OpenBlock[];
  whole: boolean;
  strays: number;
}

const BOUNDARY = /^\s*(BEGIN|END)\s*:\s*([A-Z0-9-]+)\s*$/i;

/** VCALENDAR holds VEVENT holds VALARM: what lies deeper is nobody's, and may be there to exhaust us. */
const DEEPEST = 8;

const openBlock = (name: string): OpenBlock => ({
  name,
  lines: new Map(),
  blocks: [],
  whole: false,
  strays: 0,
});

/**
 * Cuts a feed's text (of `decodeBytes`) into its calendars. Events outside them are taken too, all else there
 * is passed over; a block that another one's BEGIN or END cuts short stays in its place with `whole: false`.
 * Never fails.
 */
export function readBlocks(text: string): Blocks {
  const calendars: OpenBlock[] = [];
  const bare = openBlock("VCALENDAR");
  let open: OpenBlock[] = [];
  for (const line of text.split("\n")) {
    const boundary = mayBeBoundary(line) ? BOUNDARY.exec(line) : null;
    if (boundary === null) {
      const block = open.at(-1);
      if (block) addLine(block, line);
    } else if (boundary[1]?.toUpperCase() === "BEGIN") {
      const name = (boundary[2] as string).toUpperCase();
      const isBare = open.length === 0 && (name === "VEVENT" || name === "VTIMEZONE");
      open = begin(name, isBare ? [bare] : open, calendars);
    } else {
      open = end((boundary[2] as string).toUpperCase(), open);
      if (open.length === 1 && open[0] === bare) open = [];
    }
  }
  const hasBareEvents = bare.blocks.some(({ name }) => name === "VEVENT");
  return {
    calendars: hasBareEvents ? [...calendars, bare] : calendars,
    cutOff: open.length > 0,
    hasBareEvents,
  };
}

/** Spares the regular expression nearly every line. */
function mayBeBoundary(line: string): boolean {
  const first = line.charCodeAt(0) | 32;
  return first === 98 /* b */ || first === 101 /* e */ || first <= 32;
}

function begin(name: string, open: OpenBlock[], calendars: OpenBlock[]): OpenBlock[] {
  const block = openBlock(name);
  if (name === "VCALENDAR") {
    calendars.push(block);
    return [block];
  }
  // No event stands inside an event: the one that is open has lost its END.
  const rest = name === "VEVENT" ? open.slice(0, 1) : open;
  const parent = rest.at(-1);
  if (!parent || rest.length >= DEEPEST) return rest;
  parent.blocks.push(block);
  return [...rest, block];
}

function end(name: string, open: OpenBlock[]): OpenBlock[] {
  const at = open.findLastIndex((block) => block.name === name);
  const block = open[at];
  if (!block) return open;
  block.whole = true;
  return open.slice(0, at);
}

function addLine(block: OpenBlock, line: string): void {
  const name = lineName(line);
  if (name === undefined) {
    if (line.trim() !== "") block.strays++;
    return;
  }
  const known = block.lines.get(name);
  if (known) known.push(line);
  else block.lines.set(name, [line]);
}

/** What stands before the first `;` or `:` in capitals, where that is a name: by hand, for there are many lines. */
function lineName(line: string): string | undefined {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 58 /* : */ || code === 59 /* ; */) {
      return at === 0 ? undefined : line.slice(0, at).toUpperCase();
    }
    const letter = code | 32;
    const isName = (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 45; /* - */
    if (!isName) return undefined;
  }
  return undefined;
}
