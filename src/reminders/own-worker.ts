/**
 * The service worker in charge of this page, where it is that of the app served at `scope` (absolute). On a first
 * visit it may be that of an app whose path this one lies in.
 */
export function ownWorker(scope: string): ServiceWorker | null {
  const worker = navigator.serviceWorker?.controller;
  return worker?.scriptURL === `${scope}sw.js` ? worker : null;
}

/** The registration of the app served at `scope`, and of no other in whose path it lies; undefined before it has one. */
export async function ownRegistration(scope: string): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker?.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

/** That registration, as soon as it has an active worker; it may never have. */
export async function ownReady(scope: string): Promise<ServiceWorkerRegistration> {
  const { serviceWorker } = navigator;
  const ready = await serviceWorker.ready;
  if (ready.scope === scope) return ready;
  // Another app's. Ours takes this page over once it is active.
  return new Promise((resolve) => {
    const look = async () => {
      const own = await ownRegistration(scope);
      if (own?.active) resolve(own);
    };
    serviceWorker.addEventListener("controllerchange", look);
    void look();
  });
}
