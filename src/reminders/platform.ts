export type Platform = "computer" | "android" | "ios";

/** How the attendee points at things, as far as a page can know it; a service worker cannot. */
interface Pointing {
  readonly touchPoints: number;
  /** A finger is the first way of pointing. */
  readonly isCoarse: boolean;
}

/**
 * The platform, from what the browser says of itself. An iPad calls itself a Mac, and no Mac has a touch
 * screen; Chrome on Android calls itself Linux where it asks for desktop sites. Without the pointing, which
 * a service worker does not know, both pass for computers.
 */
export function platformOf(userAgent: string, pointing?: Pointing): Platform {
  const { touchPoints, isCoarse } = pointing ?? { touchPoints: 0, isCoarse: false };
  if (/iPhone|iPad|iPod/.test(userAgent)) return "ios";
  if (/Macintosh/.test(userAgent) && touchPoints > 1) return "ios";
  if (/Linux/.test(userAgent) && touchPoints > 0 && isCoarse) return "android";
  return /Android/.test(userAgent) ? "android" : "computer";
}
