/**
 * Which code of the app this is, by the name that its build gave this file (another one with any change of what it
 * stands on), and in which browser it runs, as that says itself.
 */
export function thisCode(): { readonly code: string; readonly browser: string } {
  return { code: new URL(import.meta.url).pathname, browser: navigator.userAgent };
}
