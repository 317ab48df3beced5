import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { detectDevice } from "../reminders/device";
import type { DeviceFacts } from "../reminders/device-promise";
import { ownReady, ownRegistration, ownWorker } from "../reminders/own-worker";
import { scopeHere } from "./base-path";
import { useBoard } from "./board";
import { storeTrouble } from "./parts/notices";
import { usePermission } from "./use-permission";

function watchController(onChange: () => void): () => void {
  navigator.serviceWorker?.addEventListener("controllerchange", onChange);
  return () => navigator.serviceWorker?.removeEventListener("controllerchange", onChange);
}

/** True while a service worker is in control of this page. */
export function useControlled(): boolean {
  return useSyncExternalStore(watchController, () => ownWorker(scopeHere()) !== null);
}

/** What the promise of reminders hangs on, kept up to date; a service worker counts until it is known to be missing. */
export function useDeviceFacts(): DeviceFacts {
  const permission = usePermission();
  const [hasWorker, setHasWorker] = useState(true);
  useEffect(() => {
    void ownRegistration(scopeHere()).then(
      (registration) => setHasWorker(registration !== undefined),
      () => setHasWorker(false),
    );
    if (navigator.serviceWorker) void ownReady(scopeHere()).then(() => setHasWorker(true));
  }, []);
  const isKept = useBoard(storeTrouble) !== "not-lasting";
  return useMemo(
    () => ({ ...detectDevice(), permission, hasWorker, isKept }),
    [permission, hasWorker, isKept],
  );
}
