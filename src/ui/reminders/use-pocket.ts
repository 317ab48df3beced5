import { createBoard, useBoard } from "../board";

/** What pocket mode does in this page. */
type PocketState =
  | { readonly isOn: false }
  /** `since` is device time, epoch milliseconds. */
  | { readonly isOn: true; readonly since: number; readonly isTest: boolean };

/** Whether pocket mode is on: known to the page of reminders before, and without, its code. */
export const pocket = createBoard<PocketState>({ isOn: false });

/** Whether it is on, kept up to date. */
export function usePocket(): PocketState {
  return useBoard(pocket);
}
