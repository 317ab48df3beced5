/** A description without its markup, as one line: what is searched and shown around a word that was found. */
export function plainText(markdown: string): string {
  return (
    markdown
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/<\/?[a-z][^>]*>/gi, " ")
      // An address says little to a reader, and its scraps would be found as words.
      .replace(/<?\bhttps?:\/\/([^\s/)>\]]+)[^\s)>\]]*>?/gi, "$1")
      .replace(/^[ \t]*(?:#{1,6}|>)[ \t]+/gm, "")
      .replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/gm, "\n")
      .replace(/^[ \t]*[-*_=]{3,}[ \t]*$/gm, "")
      .replace(/(\*\*|__|`+|~~)/g, "")
      .replace(/(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, "")
      .replace(/&nbsp;|&#160;/g, " ")
      .replace(/&amp;/g, "&")
      .replace(/\\([\\`*_{}[\]()#+.!-])/g, "$1")
      // A heading or an entry of a list does not run on into what follows.
      .replace(/([\p{L}\p{N})"’”])[ \t]*\r?\n\s*\n\s*(?=\S)/gu, "$1 · ")
      .replace(/\s+/g, " ")
      .trim()
  );
}
