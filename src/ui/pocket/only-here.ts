import { BASE } from "../base-path";

const NAME = `trackside-pocket:${BASE}`;

/** Holds pocket mode for this page until it is left; tells whether it does, or another window holds it. */
export function onlyHere(onHere: () => void, onElsewhere: () => void): () => void {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  // Without locks there is no other window to be known of.
  if (!navigator.locks) onHere();
  void navigator.locks
    ?.request(NAME, { ifAvailable: true }, (lock) => {
      if (!lock) return onElsewhere();
      onHere();
      return left;
    })
    .catch(reportError);
  return leave;
}

/** True while some window of the app holds it. */
export async function isHeldSomewhere(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === NAME);
}
