import type { Choices } from "../../domain/choices";
import { BASE } from "../base-path";

type Theme = Choices["theme"];

/** Where the theme is mirrored: the store answers too late for the first paint. */
const MIRROR = `trackside-theme:${BASE}`;

const isChosen = (theme: string | null): theme is Theme => theme === "light" || theme === "dark";

/** Shows the page in a theme: the attendee's, or the device's own. */
function showTheme(theme: Theme): void {
  const page = document.documentElement;
  if (theme === "auto") delete page.dataset.theme;
  else page.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    const own = meta.dataset.theme ?? (meta.media.includes("dark") ? "dark" : "light");
    meta.dataset.theme = own;
    meta.media = theme === "auto" ? `(prefers-color-scheme: ${own})` : theme === own ? "all" : "not all";
  }
}

/** Shows the theme that was shown last, as far as this browser keeps such a thing. */
export function showLastTheme(): void {
  try {
    const last = localStorage.getItem(MIRROR);
    if (isChosen(last)) showTheme(last);
  } catch {
    // Site data is blocked: the store, or what stands in for it, answers in a moment.
  }
}

/** Shows a theme, and remembers it for the next first paint. */
export function rememberTheme(theme: Theme): void {
  showTheme(theme);
  try {
    if (theme === "auto") localStorage.removeItem(MIRROR);
    else localStorage.setItem(MIRROR, theme);
  } catch {
    // As above.
  }
}
