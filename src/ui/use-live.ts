import { useLiveQuery } from "dexie-react-hooks";

/**
 * The one binding between the store and React: `read` is run again whenever rows it read have changed,
 * in this tab, another one or the service worker. Until its first answer `before` stands in.
 */
export function useLive<T>(read: () => Promise<T>, deps: readonly unknown[], before: T): T {
  return useLiveQuery(read, [...deps], before);
}
