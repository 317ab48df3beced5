import { type RefObject, useEffect, useRef } from "react";
import { takeReturn } from "./place";

/**
 * Moves the focus to a view's heading when the attendee gets there. It stands beside the views, so that a
 * view whose code has yet to come is waited for.
 */
export function FocusOnArrival(props: {
  readonly location: string;
  readonly main: RefObject<HTMLElement | null>;
  /** The attendee gets there by what is drawn first. */
  readonly arrives: boolean;
}) {
  const { location, main } = props;
  const shown = useRef(props.arrives ? "" : location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    const goneBackTo = takeReturn();
    // Beside the list it scrolls by itself.
    if (!goneBackTo) main.current?.scrollTo(0, 0);
    const arrival = goneBackTo ?? main.current?.querySelector<HTMLElement>("[data-arrival]");
    (arrival ?? main.current?.querySelector("h1"))?.focus({ preventScroll: true });
  }, [location, main]);
  return null;
}
