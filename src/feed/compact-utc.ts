/** An instant (epoch milliseconds) as RFC 5545, 3.3.5 writes it in UTC, such as `20300101T090000Z`. */
export function compactUtc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
