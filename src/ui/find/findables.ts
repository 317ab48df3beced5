import { categoriesOf } from "../../domain/category";
import { lanesOf } from "../../domain/lanes";
import { type Details, isBreak, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { kindWord } from "./kind-word";
import type { Findable } from "./search-index";

/**
 * What can be found of a conference's sessions; `details` are their long texts by id, where they are known, and
 * `notes` the attendee's.
 */
export function findables(
  sessions: readonly Session[],
  details: Readonly<Record<string, Details>>,
  notes: ReadonlyMap<string, string> = new Map(),
): readonly Findable[] {
  const lanes = lanesOf(sessions);
  return sessions.map((session) => {
    const { id, title, kind, room, venue, city } = session;
    const letter = room && lanes.get(room)?.letter;
    return {
      id,
      title,
      // As the feed may call it, as this language does, and in full.
      kind: [
        kind,
        kindWord(kind),
        kind === "bof" && "birds of a feather",
        session.sponsored && t("Sponsored"),
      ]
        .filter(Boolean)
        .join(" "),
      place: [room, venue, city].filter(Boolean).join(" · "),
      letter: letter ? t("Room {letter}", { letter }) : "",
      categories: categoriesOf(session).join(" · "),
      description: details[id]?.description ?? "",
      note: notes.get(id) ?? "",
      pause: isBreak(session),
    };
  });
}
