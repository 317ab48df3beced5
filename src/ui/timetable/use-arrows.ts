import { type KeyboardEvent, useRef } from "react";
import type { Cell } from "../../domain/timetable";
import { type Step, stepFrom } from "../../domain/timetable-step";
import { articleOf } from "../place";

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: "earlier",
  ArrowDown: "later",
  ArrowLeft: "before",
  ArrowRight: "after",
};
const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

/** Where an arrow, Home or End leads from this cell; undefined where it leads nowhere. */
function goal(cells: readonly Cell[], cell: Cell, key: string, column: number): Cell | undefined {
  if (key === "Home") return cells[0];
  if (key === "End") return cells.at(-1);
  const step = STEPS[key];
  return step && stepFrom(cells, cell, step, column);
}

/** Moves the focus from cell to cell by arrow keys. Tab goes through everything as before. */
export function useArrows(cells: readonly Cell[]): (event: KeyboardEvent<HTMLElement>) => void {
  /** The column that up and down stay in, also through what spans several. */
  const column = useRef(0);
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = (event.target as Element).closest<HTMLElement>("[data-session]")?.dataset.session;
    const cell = cells.find(({ session }) => session.id === id);
    if (!cell) return;
    if (column.current < cell.column || column.current >= cell.column + cell.columns)
      column.current = cell.column;
    const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
    const key = (isMirrored && MIRRORED[event.key]) || event.key;
    const next = goal(cells, cell, key, column.current);
    if (!next) return;
    event.preventDefault();
    if (key !== "ArrowUp" && key !== "ArrowDown") column.current = next.column;
    const article = articleOf(next.session.id);
    // The session that is open beside has no link of its own: its cell stands in.
    (article?.querySelector<HTMLElement>("a") ?? article)?.focus();
  };
}
