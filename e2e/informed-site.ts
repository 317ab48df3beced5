import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InfoEntry } from "../src/domain/info-entry";
import { entityTag } from "./site-file";

const revisionOf = (text: string): string => entityTag(text).slice(1, -1).replace(/\W/g, "");

/**
 * A copy of a built site as the same code would be built with an organiser's entries, each picture a plan of
 * three rooms. The caller removes the folder.
 */
export async function informedSite(site: string, info: readonly InfoEntry[]): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), "trackside-informed-")), "site");
  await cp(site, copy, { recursive: true });
  const read = (name: string) => readFile(join(copy, name), "utf8");
  let worker = await read("sw.js");
  const keep = async (name: string, text: string) => {
    await writeFile(join(copy, name), text);
    const listed = new RegExp(`"revision":"\\w+","url":"${name.replaceAll(".", "\\.")}"`);
    const line = `"revision":"${revisionOf(text)}","url":"${name}"`;
    const page = /\{"revision":"\w+","url":"index\.html"\}/;
    if (listed.test(worker)) worker = worker.replace(listed, line);
    else worker = worker.replace(page, (kept) => `${kept},{${line}}`);
    if (!worker.includes(line)) throw new Error(`The service worker does not keep ${name}.`);
  };
  const titles = JSON.stringify(info.map(({ title }) => title)).replaceAll('"', "&quot;");
  const page = await read("index.html");
  await keep(
    "index.html",
    page.replace("</head>", `<meta name="trackside-info" content="${titles}"></head>`),
  );
  await keep("info.json", JSON.stringify({ ...JSON.parse(await read("info.json")), info }));
  const plan = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><path d="M9 9h882v582H9zM9 300h882M450 300v291" fill="none" stroke="#000" stroke-width="6"/></svg>`;
  for (const { picture } of info) if (picture !== undefined) await keep(picture, plan);
  await writeFile(join(copy, "sw.js"), worker);
  return copy;
}
