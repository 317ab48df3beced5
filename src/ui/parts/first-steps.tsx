import { useBoard } from "../board";
import { storeTrouble } from "./notices";

/** What to do first, for as long as nothing is starred. */
export function FirstSteps() {
  // Where nothing can be kept, the notice above has said so.
  if (useBoard(storeTrouble) === "not-lasting") return null;
  return (
    <p className="first-steps">
      Star what you want to see: it becomes your agenda, kept on this device and there without a network.
    </p>
  );
}
