import { decodeEntities } from "./decode-entities";

/** Tags that a text holds by mistake never (`Vec<T>` is none); of the short ones only the end is a sign. */
const PLAINLY =
  /<(?:br|hr) *\/?>|<(?:p|div|ul|ol|li|table|h[1-6])(?: [^<>]*)?>|<\/(?:p|a|b|i|u|em|strong|div|span|ul|ol|li|font|table|h[1-6]|body|html) *>|<a [^<>]*href/i;
/** What an author wrote as code, in Markdown. */
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;

const BLOCKS = new Set(
  "address article aside blockquote body center dd div dl dt fieldset figure footer form header html main nav ol p pre section table tbody thead tr ul h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);
const INLINE = new Set(
  "a abbr b big cite code del dfn em font i img ins kbd label mark q s small span strike strong sub sup td th time title tt u var wbr meta link o:p br hr li head script style".split(
    " ",
  ),
);
/** What stands inside these is for machines. */
const SILENT = new Set(["script", "style", "head", "title"]);
/** Unicode's own line separator, until `tidy` knows what stands around it. */
const BREAK = "\u2028";
const MARKS: Readonly<Record<string, string>> = { b: "**", strong: "**", i: "*", em: "*", code: "`" };
/** A hostile text may open as many as it likes. */
const MOST_OPEN = 100;

interface Open {
  readonly name: string;
  /** How much was written before it. */
  readonly at: number;
  readonly href: string;
}

/** True for a text with HTML tags in it that nobody writes otherwise. */
export function isHtml(text: string): boolean {
  return text.includes("<") && PLAINLY.test(text.replace(CODE, ""));
}

/**
 * HTML as a text that reads well, links and emphasis in Markdown; nothing of it is ever run. Only web and mail
 * addresses become links. Takes linear time, and what is no HTML tag stays as it is.
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  let open: Open[] = [];
  let silent = "";
  for (const piece of piecesOf(html)) {
    if (piece.name === null) {
      if (silent === "") out.push(decodeEntities(piece.text));
      continue;
    }
    const { name, ends } = piece;
    if (silent !== "") {
      if (ends && name === silent) silent = "";
    } else if (SILENT.has(name)) {
      if (!ends) silent = name;
    } else if (BLOCKS.has(name)) {
      out.push(ends || !/^h\d$/.test(name) ? "\n\n" : `\n\n${"#".repeat(Number(name[1]))} `);
    } else if (name === "br") out.push(BREAK);
    else if (name === "hr") out.push("\n\n---\n\n");
    else if (name === "li") out.push(ends ? "" : "\n- ");
    else if (name === "img") out.push(imageOf(piece.text));
    else if (name === "td" || name === "th") out.push(" ");
    else if (ends) open = close(name, open, out);
    else if ((name === "a" || MARKS[name]) && open.length < MOST_OPEN) {
      open.push({ name, at: out.length, href: name === "a" ? attributeOf(piece.text, "href") : "" });
    }
  }
  return tidy(out.join(""));
}

/** Ends what was opened last under that name: its words become a link, or get their marks. */
function close(name: string, open: Open[], out: string[]): Open[] {
  const index = open.findLastIndex((each) => each.name === name);
  const found = open[index];
  if (!found) return open;
  const words = out.splice(found.at).join("");
  const trimmed = words.trim();
  const [before = "", after = ""] = trimmed === "" ? [words] : words.split(trimmed, 2);
  out.push(before, marked(found, trimmed), after);
  return open.slice(0, index);
}

function marked({ name, href }: Open, words: string): string {
  if (words === "") return "";
  if (name !== "a") return words.includes("\n\n") ? words : `${MARKS[name]}${words}${MARKS[name]}`;
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return words;
  const address = href.replace(/[\s<>()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
  if (words === href || words === address || `mailto:${words}` === href) return words;
  return `[${words.replace(/[[\]]/g, "\\$&").replace(/\s*\n\s*/g, " ")}](${address})`;
}

/** An image is never loaded: its words lead to it. */
function imageOf(tag: string): string {
  const words = attributeOf(tag, "alt");
  const source = attributeOf(tag, "src");
  return words === "" ? "" : marked({ name: "a", at: 0, href: source }, words);
}

function attributeOf(tag: string, name: string): string {
  const found = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(
    tag.slice(0, 4_000),
  );
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim();
}

interface Piece {
  readonly text: string;
  /** A tag's name in small letters, or null for text. */
  readonly name: string | null;
  readonly ends: boolean;
}

const TAG = /^<(\/?)([a-z][a-z0-9:]*)(?=[\s/>])/i;

function* piecesOf(html: string): Generator<Piece> {
  let from = 0;
  const text = (to: number): Piece => ({ text: html.slice(from, to), name: null, ends: false });
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", Math.max(at + 1, from))) {
    const isComment = html.startsWith("<!", at);
    const [, slash = "", word = ""] = TAG.exec(html.slice(at, at + 20)) ?? [];
    const name = word.toLowerCase();
    if (!isComment && !BLOCKS.has(name) && !INLINE.has(name)) continue;
    const mark = html.startsWith("<!--", at) ? "-->" : ">";
    const end = html.indexOf(mark, at);
    if (end < 0) break;
    yield text(at);
    from = end + mark.length;
    if (!isComment) yield { text: html.slice(at, from), name, ends: slash !== "" };
  }
  yield text(html.length);
}

/** Markdown takes an indented line for code, and two blanks at a line's end for a break; empty lines are one. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[ \t\u00a0]+/g, " ").trim())
    .join("\n")
    .replace(/ ?\u2028 ?/g, "  \n")
    .replace(/(?: *\n){2,}/g, "\n\n")
    .replace(/^-\s*\n+(?=\S)/gm, "- ")
    .trim();
}
