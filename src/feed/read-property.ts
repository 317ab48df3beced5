import ICAL from "ical.js";
import { FEED_DESIGN } from "./feed-design";
import type { Block } from "./read-blocks";

/** One content line (RFC 5545, 3.1): texts unescaped, other values as they stand in the file. */
interface Property {
  /** By parameter name in small letters. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly values: readonly string[];
}

/** Takes a reason, in a sentence, why something of the feed was not used. */
export type Drop = (reason: string) => void;

/** Every line of that name (in capitals) that can be read, in the order of the file; the others are told. */
export function propertiesOf(block: Pick<Block, "lines">, name: string, drop: Drop): Property[] {
  return (block.lines.get(name) ?? []).flatMap((line) => readLine(line, name, drop) ?? []);
}

/** The first line of that name (in capitals) that can be read, or null. */
export function propertyOf(block: Pick<Block, "lines">, name: string, drop: Drop): Property | null {
  for (const line of block.lines.get(name) ?? []) {
    const property = readLine(line, name, drop);
    if (property) return property;
  }
  return null;
}

/** The first value of that name, or an empty string where there is none. */
export function textOf(block: Block, name: string, drop: Drop): string {
  return propertyOf(block, name, drop)?.values[0] ?? "";
}

/** A parameter's value, or null where it is absent or holds no single text. */
export function paramOf(property: Property, name: string): string | null {
  const found = property.params[name];
  return typeof found === "string" ? found : null;
}

function readLine(line: string, name: string, drop: Drop): Property | null {
  try {
    const [, params, , ...values] = ICAL.parse.property(line, FEED_DESIGN);
    // GEO and CATEGORIES come as one list.
    return { params, values: Array.isArray(values[0]) ? values[0] : values };
  } catch {
    drop(`Its ${name} line cannot be read.`);
    return null;
  }
}
