import type { Piece } from "./mark-words";

/** A text with the words that were found marked. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  // Pieces have no names of their own, and are never moved.
  return pieces.map(({ text, marked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    marked ? <mark key={index}>{text}</mark> : text,
  );
}
