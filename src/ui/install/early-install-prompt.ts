/** The browser's own offer to install the app; TypeScript's DOM does not know it. */
export interface InstallPrompt extends Event {
  readonly prompt: () => Promise<unknown>;
}

/** Where the script of the page's head, a bundle of its own, leaves the offer for the app. */
type Keeper = typeof globalThis & { installPrompt?: InstallPrompt | null };

/** Keeps the browser's offer until there is an app to show it: it is made once, and perhaps before that. */
export function keepEarlyInstallPrompt(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    (globalThis as Keeper).installPrompt = event as InstallPrompt;
  });
  addEventListener("appinstalled", () => {
    (globalThis as Keeper).installPrompt = null;
  });
}

/** The offer that was made before the app was there, if it still stands. */
export function earlyInstallPrompt(): InstallPrompt | null {
  return (globalThis as Keeper).installPrompt ?? null;
}
