import type { Db } from "../../store/db";
import { openEarly } from "../../store/early-store";
import type { AppDoors } from "../app";
import { BASE } from "../base-path";
import { takeChoices } from "../choices";
import { type FirstRead, readFirst } from "../first-read";
import { readRoute } from "../route";
import { shown, takeShown } from "../shown";
import { holdPresses } from "./hold-presses";

/** While only the first picture is drawn there is nobody yet who could be asked for a schedule. */
export const NOBODY: AppDoors = {
  askFor: () => async () => undefined,
  loadFirst: async () => undefined,
};

/** What was drawn before the store was open. */
interface Early {
  readonly first: FirstRead;
  /** The store as it was read: closed by now. */
  readonly store: Db;
  /** To be called once the app is drawn on the store itself. */
  readonly release: () => void;
}

/** The views that read nothing but the first picture when they are drawn. */
const EARLY = ["schedule", "agenda", "now"];

/**
 * Draws the first picture from what is on the device before the code of the store has come, where the visit
 * asks for nothing more than to see it. Undefined where that is not so, and on a first visit.
 */
export async function drawEarly(draw: (db: Db, first: FirstRead) => void): Promise<Early | undefined> {
  const { search, hash } = location;
  if (search !== "" || hash.includes("?") || !EARLY.includes(readRoute(hash.slice(1)).view)) return undefined;
  const early = await openEarly(BASE);
  if (!early) return undefined;
  try {
    await Promise.all([takeChoices(early), takeShown(early)]);
    const first = await readFirst(early, shown.get());
    if (!first.conference) return undefined;
    const release = holdPresses();
    draw(early, first);
    return { first, store: early, release };
  } catch {
    return undefined; // Rows of a kind that only the store itself can read.
  } finally {
    early.close();
  }
}
