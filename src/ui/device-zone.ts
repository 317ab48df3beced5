import { MINUTE } from "../domain/time";

let last: { readonly key: string; readonly zone: string } | undefined;

/** The zone of the device, by the name its engine gives it. */
export function deviceZone(): string {
  // To ask for the name is dear; where the wall clocks of both halves of the year are as before, so is the name.
  const key = [0, 6].map((month) => new Date(2026, month).getTimezoneOffset()).join(" ");
  if (last?.key !== key) last = { key, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return last.zone;
}

/** Milliseconds that the device's own clock is ahead of UTC at an instant. */
export function deviceOffset(instant: number): number {
  return -new Date(instant).getTimezoneOffset() * MINUTE;
}
