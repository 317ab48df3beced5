/** What to do first, for as long as nothing is starred. */
export function FirstSteps() {
  return (
    <p className="first-steps">
      Star what you want to see: it becomes your agenda, kept on this device and there without a network.
    </p>
  );
}
