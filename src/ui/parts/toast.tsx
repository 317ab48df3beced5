import { useEffect } from "react";
import { t } from "../../domain/speech";
import { SECOND } from "../../domain/time";
import { createBoard, useBoard } from "../board";

interface Message {
  /** Tells it from one of the same words before it. */
  readonly number: number;
  readonly text: string;
  readonly undo?: () => void;
}

const board = createBoard<Message | null>(null);

let said = 0;

/** Says what has just been done, with a way to undo it. A newer message takes the place of an older one. */
export function say(text: string, undo?: () => void): void {
  said += 1;
  board.set({ number: said, text, ...(undo && { undo }) });
}

const whispered = createBoard("");

/** Says to a screen reader alone what everybody else sees: that a star is set. */
export function whisper(text: string): void {
  // The same words again would be no change, and would not be spoken.
  whispered.set(whispered.get() === text ? `${text}\u00a0` : text);
}

/** For as long as a row takes to go once the database has told of it. */
const FRAMES = 30;

/** Where what was pressed has gone with its row, the way back is what the keyboard is on next. */
function takeLostFocus(button: HTMLButtonElement | null): void {
  const look = (left: number) =>
    requestAnimationFrame(() => {
      if (!button?.isConnected) return;
      if (document.activeElement === document.body) button.focus({ preventScroll: true });
      else if (left > 0) look(left - 1);
    });
  look(FRAMES);
}

/** Where such a message stands. The region is always there, or screen readers would not hear it change. */
export function Toast() {
  const message = useBoard(board);
  const spoken = useBoard(whispered);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => board.set(null), 10 * SECOND);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <>
      <div role="status" className="hidden">
        {spoken}
      </div>
      <div role="status" aria-label={t("Message")} className="toast-place">
        {message && (
          <div className="toast" key={message.number}>
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
                {t("Undo")}
              </button>
            )}
          </div>
        )}
      </div>
    </>
  );
}
