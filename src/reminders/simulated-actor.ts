import type { Db, Ringer } from "../store/db";
import type { Facts } from "./simulated-facts";

/** A page or the service worker. */
export interface Actor {
  readonly db: Db;
  readonly by: Ringer;
  isAlive: boolean;
  canShow: boolean;
  /** By the world's time, not by the clock, which may be set; null: it runs. */
  frozenUntil: number | null;
  /** By the device's clock. */
  due: number | null;
  /** A ring that has not come to its end. */
  ringing: RingingActor | null;
}

/** A ring that has begun. */
export interface RingingActor {
  /** As they were when it began, or began anew because its caller had been frozen for long. */
  facts: Facts;
  begunAt: number;
  readonly done: Promise<number | null>;
  /** When the caller last wrote, by the device's clock: for a card that is shown, its claim. */
  wroteAt: number;
  /** The same in the world's time. */
  wroteAfter: number;
  refused: boolean;
  halt: Gate<"dead" | "frozen">;
  thaw: Gate<void>;
}

/** Something to wait for, and the way to let the waiting go on. */
export interface Gate<T> {
  readonly passed: Promise<T>;
  readonly open: (value: T) => void;
}

/** A gate that is shut. */
export function gate<T>(): Gate<T> {
  let open: (value: T) => void = () => undefined;
  const passed = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** What a dead caller waits for. */
export const forever = () => new Promise<never>(() => undefined);
