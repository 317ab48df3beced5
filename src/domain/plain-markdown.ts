/** Words on one line of Markdown (CommonMark) that mean no more than they say, whatever marks are in them. */
export function plainMarkdown(words: string): string {
  return words
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replace(/^[-+=]/, "\\$&");
}

/** An address as a link to itself; it can end neither the link nor the line. */
export function linkMarkdown(url: string): string {
  return `<${url.replace(/[\p{Cc}\s<>]/gu, (letter) => encodeURIComponent(letter))}>`;
}

/**
 * A text of several lines as a block of its own: its own Markdown stays as it was typed and cannot leave the block.
 * A `<` that would begin a tag is kept from it, save in code: "Vec<String>" is to be read.
 */
export function quotedMarkdown(text: string): string {
  let fence = "";
  /** Code that runs over the end of a line is not followed: up to the next empty line nothing counts as code. */
  let isOpen = false;
  const lines = text.replace(/^(?:[^\S\r\n]*[\r\n])+|\s+$/g, "").split(/\r\n?|\n/);
  const quoted = lines.map((line) => {
    if (fence !== "") {
      if (/^ {0,3}(`+|~+)\s*$/.exec(line)?.[1]?.startsWith(fence)) fence = "";
      return line;
    }
    // Indented ones may lie in a list, and end with it.
    const [, mark = ""] = /^(`{3,}|~{3,})[^`]*$/.exec(line) ?? [];
    if (mark !== "") {
      [fence, isOpen] = [mark, false];
      return line;
    }
    const pieces = isOpen ? [line] : line.split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/);
    // Of each piece of code comes the piece, and the mark that it is in.
    const plain = pieces.filter((_, index) => index % 3 === 0);
    isOpen = line.trim() !== "" && (isOpen || plain.some((piece) => piece.includes("`")));
    if (isOpen || line.includes("\\`")) return withoutTags(line);
    return pieces.map((piece, index) => [withoutTags(piece), piece, ""][index % 3]).join("");
  });
  return quoted.map((line) => (line.trim() === "" ? ">" : `> ${line}`)).join("\n");
}

/** Addresses in angle brackets are no tags. */
function withoutTags(text: string): string {
  return text.replace(/(\\*)<(?=[a-z/!?])(?!https?:|mailto:)/gi, (found, before: string) =>
    before.length % 2 === 0 ? `${before}\\<` : found,
  );
}
