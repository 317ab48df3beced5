import { useEffect, useMemo, useState } from "react";
import { detectDevice } from "../reminders/device";
import type { DeviceFacts } from "../reminders/device-promise";
import { usePermission } from "./use-permission";

/** What the promise of reminders hangs on, kept up to date; a service worker counts until it is known to be missing. */
export function useDeviceFacts(): DeviceFacts {
  const permission = usePermission();
  const [hasWorker, setHasWorker] = useState(true);
  useEffect(() => {
    const { serviceWorker } = navigator;
    if (!serviceWorker) {
      setHasWorker(false);
      return;
    }
    void serviceWorker.getRegistration().then((registration) => setHasWorker(registration !== undefined));
    void serviceWorker.ready.then(() => setHasWorker(true));
  }, []);
  return useMemo(() => ({ ...detectDevice(), permission, hasWorker }), [permission, hasWorker]);
}
