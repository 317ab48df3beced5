/** What a page says to its service worker. */
export type ToServiceWorker =
  /**
   * The page is being hidden or left: ring what falls due while the worker may live; on a phone, also put
   * up in silence what comes next.
   */
  | { readonly type: "hold"; readonly nextUp: boolean }
  /** A newer worker is to take over, and the browser lets none do so before this one is idle: end all holds. */
  | { readonly type: "give way" }
  /** Answered over the port with the version of the app's code. */
  | { readonly type: "version" }
  /** Sent to the worker that waits: the attendee has accepted the update, or need not be asked. */
  | { readonly type: "SKIP_WAITING" };

/** What the service worker says to its pages. */
export type FromServiceWorker =
  /** A notification was clicked: show this address of the app. */
  { readonly type: "open"; readonly url: string };
