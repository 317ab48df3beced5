/** Whether this browser lets the app show notifications; "impossible" where it has none to show. */
export type Permission = "granted" | "denied" | "default" | "impossible";

/** The permission as it stands. */
export function permission(): Permission {
  const possible = "Notification" in globalThis && "serviceWorker" in navigator;
  return possible ? Notification.permission : "impossible";
}

const listeners = new Set<() => void>();
let watching = false;

/** Calls back when the permission changes, here or in the browser's settings. */
export function onPermissionChange(listener: () => void): () => void {
  listeners.add(listener);
  if (!watching && "permissions" in navigator) {
    watching = true;
    navigator.permissions
      .query({ name: "notifications" })
      .then((status) => status.addEventListener("change", tell))
      .catch(() => undefined); // Some browsers cannot be asked; `askPermission` tells of its own answer.
  }
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Asks the attendee. Call it from a tap only: browsers hold an unasked question against a site. */
export async function askPermission(): Promise<Permission> {
  if (permission() === "default") await Notification.requestPermission();
  tell();
  return permission();
}
