/** True for the error of a store that this page has closed, because a newer version took it over. */
export function isClosedStore(error: unknown): boolean {
  return error instanceof Error && error.name === "DatabaseClosedError";
}
