/** The path the site is served under, with a slash at both ends. */
export const BASE = import.meta.env.BASE_URL;
