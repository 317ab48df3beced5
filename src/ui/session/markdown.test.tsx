import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "./markdown";

const SOURCE = "# No *heading*\n  - no list, 2 * 3 * 4\n\n<b>\\\\x</b> at https://example.org/a_b_c today";

test("a text that is no Markdown stands as it was written, with paragraphs and addresses", () =>
  expect(renderToStaticMarkup(<Markdown source={SOURCE} plain />)).toBe(
    '<div class="prose plain" dir="auto"><p># No *heading*\n- no list, 2 * 3 * 4</p>' +
      '<p>&lt;b&gt;\\\\x&lt;/b&gt; at <a href="https://example.org/a_b_c" target="_blank" rel="noreferrer">https://example.org/a_b_c</a> today</p></div>',
  ));

test("a text that is Markdown is read as such", () =>
  expect(renderToStaticMarkup(<Markdown source={SOURCE} />)).toContain("<h2>No <em>heading</em></h2>"));
