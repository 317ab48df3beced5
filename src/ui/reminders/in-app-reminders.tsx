import { X } from "lucide-react";
import type { Clock } from "../../domain/clock";
import { t } from "../../domain/speech";
import { type Card, newsCard, renewedCard } from "../../reminders/card";
import { judgeOf } from "../../reminders/ring";
import type { Db } from "../../store/db";
import { readAllKept } from "../../store/kept";
import { createBoard, useBoard } from "../board";
import { cardHash } from "../shown";
import { useLive } from "../use-live";
import { chime } from "./chime";

const board = createBoard<readonly Card[]>([]);

/** Shows a reminder in the page, with a sound: for devices that refuse notifications or have none. */
export function showInApp(card: Card): void {
  board.set([...board.get().filter(({ tag }) => tag !== card.tag), card]);
  if (card.sounds) chime();
}

/** The reminders that have rung in the page and have not been dismissed, as long as they speak of what is so. */
export function InAppReminders(props: { readonly db: Db; readonly clock: Clock; readonly now: number }) {
  const { db, clock, now } = props;
  const rung = useBoard(board);
  const hasRung = rung.length > 0;
  const kept = useLive(async () => (hasRung ? await readAllKept(db) : null), [db, hasRung], null);
  const judge = kept && judgeOf(kept, now);
  const cards = rung.flatMap((card) => {
    if (card.data.run !== clock.run) return [];
    if (!judge) return card;
    const { fate, session, timeZone } = judge(card.data);
    if (fate.fate === "close" || timeZone === undefined) return [];
    if (fate.fate === "tell") return newsCard(card, false, timeZone);
    return fate.fate === "renew" && session ? renewedCard(card, session, now, false, timeZone) : card;
  });
  const dismiss = ({ tag }: Card) => board.set(board.get().filter((other) => other.tag !== tag));
  return (
    <div role="alert" className="in-app-reminders">
      {cards.map((card) => (
        <div key={card.tag} className="in-app-reminder">
          <p>
            <a href={cardHash(card.data.url)} onClick={() => dismiss(card)} dir="auto">
              {card.title}
            </a>
            <span>{card.body}</span>
          </p>
          <button
            type="button"
            className="icon-button"
            aria-label={t("Dismiss {title}", { title: card.title })}
            onClick={() => dismiss(card)}
          >
            <X aria-hidden="true" size={22} />
          </button>
        </div>
      ))}
    </div>
  );
}
