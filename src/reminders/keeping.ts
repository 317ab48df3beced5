import type { Device } from "./device";

/**
 * For how long a browser keeps what the app has written: it has promised to; it has not; for seven days without
 * a visit, as WebKit does with whatever scripts write in a tab; null where it does not say.
 */
export type Keeping = "promised" | "not promised" | "seven days" | null;

/** What a browser says of that; `persisted` as `navigator.storage` has it, null where that is unknown. */
export function keepingOf(
  { engine, installed }: Pick<Device, "engine" | "installed">,
  persisted: boolean | null,
): Keeping {
  if (persisted === null) return null;
  if (persisted) return "promised";
  return engine === "webkit" && !installed ? "seven days" : "not promised";
}
