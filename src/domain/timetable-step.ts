import type { Cell } from "./timetable";

/** Ways to go from a cell: in time, or to the columns before and after as one reads. */
export type Step = "earlier" | "later" | "before" | "after";

const covers = (cell: Cell, column: number): boolean =>
  cell.column <= column && column < cell.column + cell.columns;

/** Milliseconds between two sessions, 0 where they overlap; what lasts all day is far from what does not. */
function distance(one: Cell, other: Cell): number {
  if (one.session.allDay !== other.session.allDay) return Number.POSITIVE_INFINITY;
  return Math.max(0, other.from - one.to, one.from - other.to);
}

function nearest(cell: Cell, candidates: readonly Cell[]): Cell | undefined {
  const far = (other: Cell) => [distance(cell, other), Math.abs(other.from - cell.from)] as const;
  return [...candidates].sort((a, b) => {
    const [[gapA, startA], [gapB, startB]] = [far(a), far(b)];
    return gapA === gapB ? startA - startB : gapA - gapB;
  })[0];
}

/**
 * The cell that an arrow key leads to, undefined at the edge. Up and down stay in `column`, which matters
 * where a cell spans several: there one comes out where one went in.
 */
export function stepFrom(cells: readonly Cell[], cell: Cell, step: Step, column: number): Cell | undefined {
  if (step === "earlier" || step === "later") {
    const at = cells.indexOf(cell);
    const way = step === "later" ? cells.slice(at + 1) : cells.slice(0, at).reverse();
    return way.find((other) => covers(other, column));
  }
  const sign = step === "after" ? 1 : -1;
  const beside = cells.filter(
    (other) =>
      other.column === cell.column &&
      other.columns === cell.columns &&
      other.part === cell.part + sign &&
      distance(cell, other) === 0 &&
      other.from < cell.to &&
      cell.from < other.to,
  );
  if (beside.length > 0) return nearest(cell, beside);
  const width = Math.max(...cells.map((other) => other.column + other.columns));
  const first = sign > 0 ? cell.column + cell.columns : cell.column - 1;
  for (let next = first; next >= 0 && next < width; next += sign) {
    const found = nearest(
      cell,
      cells.filter((other) => covers(other, next)),
    );
    if (found) return found;
  }
  return undefined;
}
