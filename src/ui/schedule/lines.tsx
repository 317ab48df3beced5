import type { Lane } from "../../domain/lanes";
import type { RowLines } from "../../domain/line";

/** Where a session stands in time: it is over, it is on, or it is to come. */
export type Phase = "past" | "now" | "next";

/** More lines than this do not fit beside a title on a phone: then all rooms share one trunk. */
export const MOST_LINES = 6;

/** The rooms that get a line of their own; none where one trunk stands for all. */
export function drawnLanes(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.length > MOST_LINES ? [] : lanes;
}

export interface LinesProps extends Partial<RowLines> {
  /** The rooms of the day. */
  readonly lanes: readonly Lane[];
  readonly own: Lane | null;
  /** What is drawn on the lines: the row's station, a pause across all of them, or nothing. */
  readonly mark: "station" | "interchange" | "none";
}

/**
 * The rooms' lines beside one row, with the row's station on its own line; or, where it belongs to all
 * rooms, the capsule of an interchange across them. Decoration: the row says it all in words.
 */
export function Lines({ lanes, own, mark, traffic = "", path = "" }: LinesProps) {
  const drawn = drawnLanes(lanes);
  const paths = path.split("/");
  if (drawn.length === 0) {
    const isTrunk = lanes.length > 0;
    return (
      <div className="lines" data-crowd={isTrunk ? "trunk" : "few"} aria-hidden="true">
        <span className="lane" data-own="true">
          <Path piece={paths[0]} />
          {mark === "station" && (
            <span className="station" data-hue={own ? own.index % 8 : undefined}>
              {isTrunk && own?.letter}
            </span>
          )}
        </span>
        {mark === "interchange" && <span className="interchange" />}
      </div>
    );
  }
  const ofAll = mark === "interchange" || (mark === "station" && own === null);
  return (
    <div className="lines" data-crowd={drawn.length > 3 ? "many" : "few"} aria-hidden="true">
      {drawn.map((lane, place) => (
        <span
          key={lane.room}
          className="lane"
          data-hue={lane.index % 8}
          data-own={lane === own}
          data-traffic={traffic[place]}
        >
          <Path piece={paths[place]} />
          {lane === own && mark === "station" && <span className="station" />}
        </span>
      ))}
      {ofAll && <span className="interchange" />}
    </div>
  );
}

/** A piece of the journey from star to star. */
function Path({ piece }: { readonly piece: string | undefined }) {
  if (!piece) return null;
  return (
    <>
      {/[tb]/.test(piece) && <span className="path" data-path={piece} />}
      {/[se]/.test(piece) && <span className="path across" data-path={piece} />}
    </>
  );
}
