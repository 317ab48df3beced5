import type { Edition } from "./succession";

/**
 * True where both say the same in every field that comes of a feed alone. Fields, not bytes: DTSTAMP differs in
 * every answer of a calendar server. It ends at the first difference.
 */
export function isSame(one: Edition, other: Edition): boolean {
  return (
    isEqual(
      { ...one.conference, gone: undefined, renamed: undefined },
      { ...other.conference, gone: undefined, renamed: undefined },
    ) && isEqual({ ...one.details, gone: undefined }, { ...other.details, gone: undefined })
  );
}

/** As JSON would have it: what is undefined is not there. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one) && one.length !== (other as unknown as readonly unknown[]).length) return false;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
  );
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const keysOf = (value: Fields) => Object.keys(value).filter((key) => value[key] !== undefined);
