import type { Lane } from "../../domain/lanes";

/** A room by its line's hue, its letter and its name: never by colour alone. */
export function RoomTag({ lane }: { readonly lane: Lane }) {
  return (
    <span className="room-tag" data-hue={lane.index % 8} dir="auto">
      <span className="roundel" aria-hidden="true">
        {lane.letter}
      </span>
      <span>{lane.room}</span>
    </span>
  );
}
