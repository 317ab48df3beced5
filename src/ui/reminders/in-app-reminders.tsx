import { X } from "lucide-react";
import { REAL_CLOCK } from "../../domain/clock";
import type { Card } from "../../reminders/card";
import { createBoard, useBoard } from "../board";
import { chime } from "./chime";

const board = createBoard<readonly Card[]>([]);

/** Shows a reminder in the page, with a sound: for devices that refuse notifications or have none. */
export function showInApp(card: Card): void {
  board.set([...board.get().filter(({ tag }) => tag !== card.tag), card]);
  chime();
}

/** Takes away what rehearsals have shown. */
export function keepReal(): void {
  board.set(board.get().filter(({ data }) => data.run === REAL_CLOCK.run));
}

/** The reminders that have rung in the page and have not been dismissed. */
export function InAppReminders() {
  const cards = useBoard(board);
  const dismiss = (card: Card) => board.set(board.get().filter((other) => other !== card));
  return (
    <div role="alert" className="in-app-reminders">
      {cards.map((card) => (
        <div key={card.tag} className="in-app-reminder">
          <p>
            <a href={new URL(card.data.url).hash} onClick={() => dismiss(card)} dir="auto">
              {card.title}
            </a>
            <span>{card.body}</span>
          </p>
          <button
            type="button"
            className="icon-button"
            aria-label={`Dismiss ${card.title}`}
            onClick={() => dismiss(card)}
          >
            <X aria-hidden="true" size={22} />
          </button>
        </div>
      ))}
    </div>
  );
}
