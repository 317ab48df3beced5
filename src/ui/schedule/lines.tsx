import type { Lane } from "../../domain/lanes";

/** Where a session stands in time: it is over, it is on, or it is to come. */
export type Phase = "past" | "now" | "next";

/** More lines than this do not fit beside a title on a phone: then each row draws its own room's alone. */
const MOST_LINES = 6;

/**
 * The rooms' lines beside one row, with the row's station on its own line; or, where it belongs to all
 * rooms, the capsule of an interchange across them. Decoration: the row says it all in words.
 */
export function Lines(props: {
  readonly lanes: readonly Lane[];
  readonly own: Lane | null;
  /** What is drawn on the lines: the row's station, a pause across all of them, or nothing. */
  readonly mark: "station" | "interchange" | "none";
}) {
  const { lanes, own, mark } = props;
  const drawn = lanes.length > MOST_LINES ? [own ?? lanes[0]].filter((lane) => lane !== undefined) : lanes;
  return (
    <div className="lines" data-crowd={drawn.length > 3 ? "many" : "few"} aria-hidden="true">
      {drawn.map((lane) => (
        <span key={lane.room} className="lane" data-hue={lane.index % 8} data-own={lane === own}>
          {lane === own && mark === "station" && <span className="station" />}
        </span>
      ))}
      {lanes.length === 0 && (
        <span className="lane" data-own="true">
          {mark === "station" && <span className="station" />}
        </span>
      )}
      {(mark === "interchange" || (mark === "station" && own === null && lanes.length > 0)) && (
        <span className="interchange" />
      )}
    </div>
  );
}
