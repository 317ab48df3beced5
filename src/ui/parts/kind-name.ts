import type { Session } from "../../domain/session";

const NAMES: Readonly<Record<Session["kind"], string>> = {
  keynote: "Keynote",
  talk: "Talk",
  workshop: "Workshop",
  bof: "BoF",
  break: "Break",
  "check-in": "Check-in",
};

/** What to call a session's kind beside its title; null for what needs no word. */
export function kindName({ kind, sponsored }: Pick<Session, "kind" | "sponsored">): string | null {
  if (sponsored) return `Sponsored ${NAMES[kind].toLowerCase()}`;
  return kind === "talk" || kind === "break" || kind === "check-in" ? null : NAMES[kind];
}
