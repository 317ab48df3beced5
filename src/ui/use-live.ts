import { startTransition, useEffect, useRef, useState } from "react";
import { isClosedStore } from "../store/closed-store";
import type { Db } from "../store/db";

type Answer<T> = { readonly value: T } | { readonly error: unknown };

/**
 * The one binding between the store and React: `read` is run again whenever rows it read have changed,
 * in this tab, another one or the service worker, and whenever one of `deps` has: the store that is read,
 * first, and what else `read` is made of. Until its first answer `before` stands in, and after a change of
 * `deps` the answer of before; once a newer version of the app has taken the store over, the last answer
 * stays. Any other error is thrown on, to the nearest error boundary.
 */
export function useLive<T>(
  read: () => Promise<T>,
  deps: readonly [db: Db, ...others: unknown[]],
  before: T,
): T {
  const [answer, setAnswer] = useState<Answer<T>>({ value: before });
  const last = useRef(before);
  useEffect(() => {
    const [db] = deps;
    // An async function, and no other: the database follows what it reads across its awaits by that.
    const reading = async () => {
      try {
        last.current = await read();
      } catch (error) {
        if (!isClosedStore(error)) throw error;
      }
      return last.current;
    };
    const subscription = db.watch(reading).subscribe(
      // The same answer again is no reason to draw again, and another one none to hold up a touch or a scroll.
      (value) =>
        startTransition(() =>
          setAnswer((shown) => ("value" in shown && shown.value === value ? shown : { value })),
        ),
      (error) => setAnswer({ error }),
    );
    return () => subscription.unsubscribe();
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what `read` is made of
  }, deps);
  if ("error" in answer) throw answer.error;
  return answer.value;
}
