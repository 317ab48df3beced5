/** How the server that is measured writes down each answer; `readVisits` reads it. */
export const LOG_FORMAT = "$request_method $request_uri $status $bytes_sent $request_length";
/** What a browser asks for once something is over, so that the log says where it ended. */
export const MARK = "/measured/";

/** What one visit cost the server. */
export interface Visit {
  readonly requests: number;
  /** Octets that were sent, with the headers of the answers. */
  readonly bytes: number;
  /** How many of the answers were 304. */
  readonly unchanged: number;
}

/** The visits of a log by their names, each ended by a request for `MARK` and its name. */
export function readVisits(log: string): Readonly<Record<string, Visit>> {
  const visits: Record<string, Visit> = {};
  let visit: Visit = { requests: 0, bytes: 0, unchanged: 0 };
  for (const line of log.split("\n")) {
    const [, uri = "", status = "", bytes = ""] = line.split(" ");
    if (uri === "") continue;
    if (uri.startsWith(MARK)) {
      visits[uri.slice(MARK.length)] = visit;
      visit = { requests: 0, bytes: 0, unchanged: 0 };
    } else {
      visit = {
        requests: visit.requests + 1,
        bytes: visit.bytes + Number(bytes),
        unchanged: visit.unchanged + (status === "304" ? 1 : 0),
      };
    }
  }
  return visits;
}
