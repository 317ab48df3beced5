export type Platform = "computer" | "android" | "ios";

/**
 * The platform, from what the browser says of itself. An iPad calls itself a Mac, and no Mac has a touch
 * screen; a service worker does not know of touch, so it takes one for a computer.
 */
export function platformOf(userAgent: string, touchPoints = 0): Platform {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "ios";
  if (/Macintosh/.test(userAgent) && touchPoints > 1) return "ios";
  return /Android/.test(userAgent) ? "android" : "computer";
}
