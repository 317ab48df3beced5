import type { Leg } from "../../domain/timetable-legs";
import { rem } from "./rem";

/** From the top of a cell to the middle of its station, and up to where a leg comes across; rem. */
const MIDDLE = 0.8125;
const ABOVE = 0.125;

/** The journey from star to star, drawn between the rooms' lines and the sessions on them. Decoration. */
export function Legs({ legs }: { readonly legs: readonly Leg[] }) {
  return (
    <div className="legs" aria-hidden="true">
      {legs.map(({ from, to, top, height, session }) => (
        <span
          key={session.id}
          data-turn={from === to ? "none" : from < to ? "end" : "start"}
          style={{
            gridColumn: `${Math.min(from, to) + 2} / ${Math.max(from, to) + 2 + (from === to ? 1 : 0)}`,
            // Across it runs above the words that it leads to, not through them.
            marginBlockStart: rem(Math.min(top + MIDDLE, top + height - ABOVE)),
            blockSize: rem(from === to ? height : Math.max(0, height - MIDDLE - ABOVE)),
          }}
        />
      ))}
    </div>
  );
}
