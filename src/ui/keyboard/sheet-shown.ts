import { createBoard } from "../board";

/** Whether the list of keys is open; settings open it as well as `?` does. */
export const sheetShown = createBoard(false);
