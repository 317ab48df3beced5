import { Fragment, type ReactNode } from "react";

/** What stands for the marked pieces of a sentence: `<a>these words</a>`. */
export type Marks = Readonly<Record<string, (words: string) => ReactNode>>;

/** A sentence with marked pieces as elements, in the order that its language puts them. */
export function Rich({ text, marks }: { readonly text: string; readonly marks: Marks }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const found of text.matchAll(/<(\w+)>(.*?)<\/\1>/g)) {
    const [whole, name = "", words = ""] = found;
    const mark = marks[name];
    if (!mark) continue;
    pieces.push(text.slice(at, found.index), <Fragment key={found.index}>{mark(words)}</Fragment>);
    at = found.index + whole.length;
  }
  return [...pieces, text.slice(at)];
}
