import { BASE } from "../base-path";

const RELOADED = `trackside-reloaded:${BASE}`;

/**
 * Loads the code of a view. Where that is gone, because another tab has taken an update, the page is
 * opened anew at the same address, in the version that is there now.
 */
export async function loadView<View>(load: () => Promise<View>): Promise<View> {
  try {
    return await load();
  } catch (error) {
    // Without a service worker the reload itself may fail: then the page that is shown is worth more.
    if (!navigator.serviceWorker?.controller || !isFirstReload()) throw error;
    location.reload();
    return new Promise<View>(() => undefined); // Until the reload.
  }
}

/** True once for each version of the code: a reload that did not help would not help again. */
function isFirstReload(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED) === import.meta.url) return false;
    sessionStorage.setItem(RELOADED, import.meta.url);
    return true;
  } catch {
    return false;
  }
}
