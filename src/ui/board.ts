import { useSyncExternalStore } from "react";

/** A value that lives outside of React, such as what a browser event brought before the first render. */
export interface Board<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A board that shows `initial` until something else is set. */
export function createBoard<T>(initial: T): Board<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What a board shows, kept up to date. */
export function useBoard<T>(board: Board<T>): T {
  return useSyncExternalStore(board.subscribe, board.get, board.get);
}
