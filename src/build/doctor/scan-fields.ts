/** What tells an event from another, out of its content lines (unfolded, one character for each byte). */
export function fieldsOf(lineOf: (name: "UID" | "SUMMARY" | "DTSTART") => string): {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
} {
  return {
    uid: textOf(lineOf("UID")).trim(),
    summary: textOf(lineOf("SUMMARY")),
    // Some leave a zone's name without quotes where it holds a colon: the time is what comes last.
    start: /(\d{8}(?:T\d{6}Z?)?)\s*$/.exec(lineOf("DTSTART"))?.[1] ?? "",
  };
}

/** A TEXT value (RFC 5545, 3.3.11). */
function textOf(line: string): string {
  return decoded(line.slice(valueAt(line))).replace(/\\(.)/gs, (_, letter: string) =>
    letter === "n" || letter === "N" ? "\n" : letter,
  );
}

/** Behind the first colon that stands in no quotes. */
function valueAt(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    if (line[at] === ":" && !quoted) return at + 1;
  }
  return line.length;
}

function decoded(bytes: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(bytes, "latin1"));
  } catch {
    return bytes;
  }
}
