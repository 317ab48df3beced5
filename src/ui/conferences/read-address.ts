import { isOpenTo } from "../embedded-feed";

/** What this page may do with an address that the attendee gives. */
export type ReadAddress =
  /** It may be asked. */
  | { readonly kind: "open"; readonly url: string }
  /** It is of another origin, which the organiser has not opened this page to. */
  | { readonly kind: "closed"; readonly url: string }
  /** It is not encrypted. */
  | { readonly kind: "insecure"; readonly url: string }
  /** It names a file of a device. */
  | { readonly kind: "file" }
  | { readonly kind: "none" };

/** Reads an address as it is written, `webcal:` or without a scheme too. `own` is the page's own address. */
export function readAddress(text: string, own = location.href, isOpen = isOpenTo): ReadAddress {
  const page = new URL(own);
  const words = text.trim();
  if (words === "" || /\s/.test(words)) return { kind: "none" };
  const named = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(words)?.[1]?.toLowerCase();
  if (named === "file") return { kind: "file" };
  if (named !== undefined && !/^(https?|webcals?)$/.test(named)) return { kind: "none" };
  if (named === undefined && !words.startsWith("/") && !/^[^/]+\.[^/]/.test(words)) return { kind: "none" };
  const isWebcal = named?.startsWith("webcal") ?? false;
  const whole = isWebcal
    ? words.replace(/^webcals?:/i, "https:")
    : named || words.startsWith("/")
      ? words
      : `https://${words}`;
  let url: URL;
  try {
    url = new URL(whole, page);
  } catch {
    return { kind: "none" };
  }
  // A calendar's scheme says nothing of encryption: this site's own is asked the way that the site is.
  if (isWebcal && url.host === page.host) url.protocol = page.protocol;
  url.hash = "";
  if (url.origin === page.origin) return { kind: "open", url: url.href };
  if (url.protocol !== "https:") return { kind: "insecure", url: url.href };
  return { kind: isOpen(url.origin) ? "open" : "closed", url: url.href };
}

/** The address under which calendar apps subscribe to a feed. */
export function subscribeAddress(url: string): string {
  return url.replace(/^https?:/, "webcal:");
}
