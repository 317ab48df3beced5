import { Image } from "lucide-react";
import type { Heading, Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { Fragment, type ReactNode, useMemo } from "react";

/** Where an image or link may lead: the web and mail. Anything else stays text. */
function safeHref(url: string): string | null {
  return /^(https?:\/\/|mailto:)/i.test(url) ? url : null;
}

function Link(props: { readonly url: string; readonly children: ReactNode }) {
  const href = safeHref(props.url);
  if (!href) return props.children;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {props.children}
    </a>
  );
}

/** An image is not loaded from elsewhere: a link leads to it, by the words that stand for it. */
function ImageLink({ url, words }: { readonly url: string; readonly words: string }) {
  const href = safeHref(url);
  if (!href) return words;
  return (
    <a className="image" href={href} target="_blank" rel="noreferrer">
      <Image aria-hidden="true" size={18} />
      {words}
    </a>
  );
}

/** What a link holds: an image in it is its words alone, for a link cannot hold another. */
function linkWords(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === "image") return { type: "text", value: node.alt || node.url };
    if (node.type === "imageReference") return { type: "text", value: node.alt || node.identifier };
    return node;
  });
}

type Definitions = ReadonlyMap<string, string>;

function children(nodes: readonly RootContent[], definitions: Definitions): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text has no other key and never reorders
    <Fragment key={index}>{element(node, definitions)}</Fragment>
  ));
}

/** One node of Markdown as an element. HTML is shown as the text it is; images become links. */
function element(node: Nodes, definitions: Definitions): ReactNode {
  switch (node.type) {
    case "text":
    case "html":
      return node.value;
    case "paragraph":
      return <p>{children(node.children, definitions)}</p>;
    case "heading": {
      // The page's own heading is the first level.
      const Heading = `h${Math.min(node.depth + 1, 6)}` as "h2";
      return <Heading>{children(node.children, definitions)}</Heading>;
    }
    case "emphasis":
      return <em>{children(node.children, definitions)}</em>;
    case "strong":
      return <strong>{children(node.children, definitions)}</strong>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote>{children(node.children, definitions)}</blockquote>;
    case "list": {
      const items = children(node.children, definitions);
      return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
    }
    case "listItem":
      return (
        <li>
          {node.spread || node.children.length !== 1 || node.children[0]?.type !== "paragraph"
            ? children(node.children, definitions)
            : children(node.children[0].children, definitions)}
        </li>
      );
    case "link":
      return <Link url={node.url}>{children(linkWords(node.children), definitions)}</Link>;
    case "linkReference":
      return (
        <Link url={definitions.get(node.identifier) ?? ""}>
          {children(linkWords(node.children), definitions)}
        </Link>
      );
    case "image":
      return <ImageLink url={node.url} words={node.alt || node.url} />;
    case "imageReference":
      return <ImageLink url={definitions.get(node.identifier) ?? ""} words={node.alt || node.identifier} />;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "root":
      return children(node.children, definitions);
    default:
      return null; // Definitions stand for nothing themselves; other extensions are not switched on.
  }
}

/** Closes the gaps between levels of headings, in place: where the first is a fourth-level one, it becomes a first. */
function closeGaps(nodes: readonly Nodes[], open: number[] = []): void {
  for (const node of nodes) {
    if (node.type === "heading") {
      while ((open.at(-1) ?? 0) >= node.depth) open.pop();
      open.push(node.depth);
      node.depth = open.length as Heading["depth"];
    } else if ("children" in node) closeGaps(node.children, open);
  }
}

/** All that CommonMark would make of marks: of a text that is none, only paragraphs and addresses are made. */
const MARKS = {
  disable: {
    null: [
      ...["attention", "autolink", "blockQuote", "characterEscape", "characterReference", "codeFenced"],
      ...["codeIndented", "codeText", "definition", "hardBreakEscape", "headingAtx", "htmlFlow", "htmlText"],
      ...["labelEnd", "labelStartImage", "labelStartLink", "list", "setextUnderline", "thematicBreak"],
    ],
  },
};

/**
 * A description in Markdown (CommonMark and bare addresses) as elements, never as an HTML string; one that is
 * `plain` as it stands, with its lines.
 */
export function Markdown({ source, plain = false }: { readonly source: string; readonly plain?: boolean }) {
  const shown = useMemo(() => {
    const root = fromMarkdown(source, {
      extensions: plain ? [MARKS, gfmAutolinkLiteral()] : [gfmAutolinkLiteral()],
      mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
    });
    closeGaps(root.children);
    const definitions = new Map<string, string>();
    for (const node of root.children)
      if (node.type === "definition") definitions.set(node.identifier, node.url);
    return element(root, definitions);
  }, [source, plain]);
  return (
    <div className={plain ? "prose plain" : "prose"} dir="auto">
      {shown}
    </div>
  );
}
