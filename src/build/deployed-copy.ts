import { findFeeds } from "./find-feeds";
import { isAddress } from "./site";

/** The feed as the site serves it now. */
export type DeployedCopy =
  | { readonly kind: "had"; readonly bytes: Uint8Array }
  /** The site is not up yet, or has no feed. */
  | { readonly kind: "none" }
  /** There may be one. */
  | { readonly kind: "unknown"; readonly reason: string };

/** Fetches what is deployed from its address, or reads it from its path. Never throws. */
export async function deployedCopy(place: string): Promise<DeployedCopy> {
  if (isAddress(place) && (await isMissing(place))) return { kind: "none" };
  const [found] = await findFeeds([place], process.cwd());
  const fetched = await found?.bytes();
  if (fetched?.ok) return { kind: "had", bytes: fetched.bytes };
  const reason = fetched?.reason ?? "";
  return !isAddress(place) && reason === "There is no such file."
    ? { kind: "none" }
    : { kind: "unknown", reason };
}

/** True only where a server says so. */
async function isMissing(address: string): Promise<boolean> {
  try {
    const { status } = await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(15_000) });
    return status === 404 || status === 410;
  } catch {
    return false;
  }
}
