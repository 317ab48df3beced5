import { useLiveQuery } from "dexie-react-hooks";
import { useRef } from "react";
import { isClosedStore } from "../store/db";

/**
 * The one binding between the store and React: `read` is run again whenever rows it read have changed,
 * in this tab, another one or the service worker. Until its first answer `before` stands in; once a newer
 * version of the app has taken the store over, the last answer stays.
 */
export function useLive<T>(read: () => Promise<T>, deps: readonly unknown[], before: T): T {
  const last = useRef(before);
  return useLiveQuery(
    async () => {
      try {
        last.current = await read();
      } catch (error) {
        if (!isClosedStore(error)) throw error;
      }
      return last.current;
    },
    [...deps],
    before,
  );
}
