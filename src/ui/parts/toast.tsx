import { useEffect } from "react";
import { SECOND } from "../../domain/time";
import { createBoard, useBoard } from "../board";

interface Message {
  readonly text: string;
  readonly undo?: () => void;
}

const board = createBoard<Message | null>(null);

/** Says what has just been done, with a way to undo it. A newer message takes the place of an older one. */
export function say(text: string, undo?: () => void): void {
  board.set(undo ? { text, undo } : { text });
}

/** Where what was pressed has gone with its row, the way back is what the keyboard is on next. */
function takeLostFocus(button: HTMLButtonElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) button?.focus({ preventScroll: true });
  });
}

/** Where such a message stands. The region is always there, or screen readers would not hear it change. */
export function Toast() {
  const message = useBoard(board);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => board.set(null), 10 * SECOND);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div role="status" aria-label="Message" className="toast-place">
      {message && (
        <div className="toast">
          <span dir="auto">{message.text}</span>
          {message.undo && (
            <button
              type="button"
              ref={takeLostFocus}
              onClick={() => {
                message.undo?.();
                board.set(null);
                document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
              }}
            >
              Undo
            </button>
          )}
        </div>
      )}
    </div>
  );
}
