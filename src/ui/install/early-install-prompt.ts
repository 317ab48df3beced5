/** The browser's own offer to install the app; TypeScript's DOM does not know it. */
export interface InstallPrompt extends Event {
  readonly prompt: () => Promise<unknown>;
}

/** Where the script of the page's head, a bundle of its own, leaves the offer for the app. */
type Keeper = typeof globalThis & { installPrompt?: InstallPrompt | null };

/** Takes the browser's offer for the app's own button, and tells when it is over (null). */
export function hearInstallPrompt(keep: (offer: InstallPrompt | null) => void): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    keep(event as InstallPrompt);
  });
  addEventListener("appinstalled", () => keep(null));
}

/** Keeps the offer until there is an app to show it: it is made once, and perhaps before that. */
export function keepEarlyInstallPrompt(): void {
  hearInstallPrompt((offer) => {
    (globalThis as Keeper).installPrompt = offer;
  });
}

/** The offer that was made before the app was there, if it still stands. */
export function earlyInstallPrompt(): InstallPrompt | null {
  return (globalThis as Keeper).installPrompt ?? null;
}
