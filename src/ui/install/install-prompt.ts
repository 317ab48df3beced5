import { createBoard } from "../board";

/** The browser's own offer to install the app; TypeScript's DOM does not know it. */
interface InstallPrompt extends Event {
  readonly prompt: () => Promise<unknown>;
}

/** The browser's offer while it stands; null where there is none (not offered, or installed already). */
export const installPrompt = createBoard<InstallPrompt | null>(null);

/** Keeps the browser's offer for the app's own button. It may come before the first render. */
export function catchInstallPrompt(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installPrompt.set(event as InstallPrompt);
  });
  addEventListener("appinstalled", () => installPrompt.set(null));
}
