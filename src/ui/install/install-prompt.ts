import { createBoard } from "../board";
import { earlyInstallPrompt, hearInstallPrompt, type InstallPrompt } from "./early-install-prompt";

/** The browser's offer while it stands; null where there is none (not offered, or installed already). */
export const installPrompt = createBoard<InstallPrompt | null>(null);

/** Keeps the browser's offer for the app's own button, also one that came before this code. */
export function catchInstallPrompt(): void {
  installPrompt.set(earlyInstallPrompt());
  hearInstallPrompt(installPrompt.set);
}
