import { startTransition } from "react";
import { SECOND } from "../domain/time";
import { createBoard } from "./board";
import { keepPressed, type PressedStar, readPressed } from "./first/mirror";

/** How far a star has come that was pressed: nobody stores it yet, it is on its way, the store has taken it. */
interface Pressed extends PressedStar {
  readonly stage: "waiting" | "writing" | "written";
}

/** A star that the store has taken and does not show so long afterwards was changed again elsewhere. */
const PATIENCE = 2 * SECOND;

/** The stars that are shown as they were pressed, ahead of the store. */
export const pressedStars = createBoard<readonly Pressed[]>(
  readPressed().map((star) => ({ ...star, stage: "waiting" })),
);

function show(stars: readonly Pressed[]): void {
  // The button that was pressed has shown it; whatever else hangs on it follows without holding anything up.
  startTransition(() => pressedStars.set(stars));
  keepPressed(stars.filter(({ stage }) => stage !== "written"));
}

const isAnother = (star: PressedStar) => (one: PressedStar) =>
  one.sessionId !== star.sessionId || one.conference !== star.conference;

function put(star: Pressed): void {
  show([...pressedStars.get().filter(isAnother(star)), star]);
}

function drop(star: PressedStar): void {
  const stars = pressedStars.get();
  if (stars.includes(star as Pressed)) show(stars.filter((one) => one !== star));
}

/**
 * Shows a star as it was pressed while `write` stores it, also for the next visit should this one end before
 * that. Where `write` fails the star is as it was, and the error is thrown on.
 */
export async function showPressed<T>(star: PressedStar, write: () => Promise<T>): Promise<T> {
  const { conference, sessionId, isSet } = star;
  const writing: Pressed = { conference, sessionId, isSet, stage: "writing" };
  put(writing);
  try {
    const value = await write();
    const written: Pressed = { ...writing, stage: "written" };
    // Unless it was pressed again meanwhile: then that counts.
    show(pressedStars.get().map((one) => (one === writing ? written : one)));
    setTimeout(() => drop(written), PATIENCE);
    return value;
  } catch (error) {
    drop(writing);
    throw error;
  }
}

/** Takes over what was pressed on the first screen of a conference: these stars are to be set, and no others. */
export function takePressed(conference: string, sessionIds: readonly string[]): void {
  const others = pressedStars
    .get()
    .filter((one) => one.conference !== conference || one.stage !== "waiting" || !one.isSet);
  const taken = [...new Set(sessionIds)].map((sessionId) => ({ conference, sessionId, isSet: true }));
  const stars = [
    ...others.filter((one) => taken.every((star) => isAnother(star)(one))),
    ...taken.map((star): Pressed => ({ ...star, stage: "waiting" })),
  ];
  // They are seen already, and stay so in the picture that follows.
  pressedStars.set(stars);
  keepPressed(stars);
}

/** What was pressed for a conference and nobody has begun to store. */
export function waitingStars(conference: string): readonly PressedStar[] {
  return pressedStars.get().filter((one) => one.conference === conference && one.stage === "waiting");
}

/** A star that waited is not to be stored: its session is gone, or the store has it so. */
export const forgetWaiting: (star: PressedStar) => void = drop;

/** The store's stars as they are shown: with what was `pressed` and has not got there. */
export function withPressed(
  conference: string,
  stored: ReadonlySet<string>,
  pressed: readonly PressedStar[],
): ReadonlySet<string> {
  const stars = pressed.filter((one) => one.conference === conference);
  if (stars.every(({ sessionId, isSet }) => stored.has(sessionId) === isSet)) return stored;
  const shown = new Set(stored);
  for (const { sessionId, isSet } of stars) {
    if (isSet) shown.add(sessionId);
    else shown.delete(sessionId);
  }
  return shown;
}

/** The store shows these: what it has taken of the pressed ones need not be shown ahead of it any more. */
export function dropStored(conference: string, stored: ReadonlySet<string>): void {
  const stars = pressedStars.get();
  const left = stars.filter(
    (one) =>
      one.conference !== conference || one.stage !== "written" || stored.has(one.sessionId) !== one.isSet,
  );
  if (left.length < stars.length) show(left);
}
