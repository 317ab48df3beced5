/** The path the site is served under, with a slash at both ends. */
export const BASE = import.meta.env.BASE_URL;

/** The same as an absolute address: the scope of the site's service worker. */
export const scopeHere = (): string => new URL(BASE, location.href).href;
