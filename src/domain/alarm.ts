/**
 * One trigger of a VALARM (RFC 5545, 3.6.6), repeats already written out one by one.
 * `offset` is in milliseconds, negative before its anchor; `at` is epoch milliseconds.
 */
export type Alarm =
  | { readonly related: "start" | "end"; readonly offset: number }
  | { readonly related: "none"; readonly at: number };

/** The instant at which an alarm fires for a session with these times, epoch milliseconds. */
export function fireAtOf(
  alarm: Alarm,
  session: { readonly startsAt: number; readonly endsAt: number },
): number {
  switch (alarm.related) {
    case "start":
      return session.startsAt + alarm.offset;
    case "end":
      return session.endsAt + alarm.offset;
    case "none":
      return alarm.at;
  }
}
