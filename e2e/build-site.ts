import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { entityTag } from "./site-file";

const PROJECT = new URL("..", import.meta.url).pathname;
const run = promisify(execFile);

/** What a site of its own is built for; the conference's own feed, and `/`, where nothing is said. */
interface Variant {
  /** The text of the feed to embed. */
  readonly feed?: string;
  /** The path that the site is to be served under. */
  readonly base?: string;
  /** What stands in its `conference.json`; without it, what stands in the project's. */
  readonly organiser?: object;
  /** Takes the app off the devices that have it. */
  readonly isKill?: boolean;
}

/** Builds the site as `npm run build` does, into a new folder; the caller removes the folder. */
export async function buildSite({ feed, base = "/", organiser, isKill = false }: Variant): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trackside-site-"));
  const file = join(folder, "feed.ics");
  if (feed !== undefined) await writeFile(file, feed);
  const words = join(folder, "conference.json");
  if (organiser !== undefined) await writeFile(words, JSON.stringify(organiser));
  const site = join(folder, "site");
  const { FEED: _, KILL: __, ...env } = process.env;
  await run(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--configLoader", "runner", "--outDir", site, "--emptyOutDir"],
    {
      cwd: PROJECT,
      env: {
        ...env,
        BASE: base,
        ...(feed !== undefined && { FEED: file }),
        ...(organiser !== undefined && { CONFERENCE: words }),
        ...(isKill && { KILL: "1" }),
      },
    },
  );
  return site;
}

/**
 * A copy of a built site as the next version of its code would be: every script and style has another
 * name ("-v2…"), and so has every mention of one. The caller removes the folder.
 */
export async function nextVersion(site: string): Promise<string> {
  const next = join(await mkdtemp(join(tmpdir(), "trackside-next-")), "site");
  await cp(site, next, { recursive: true });
  const names = (await readdir(join(next, "assets"))).filter((name) => /\.(js|css)$/.test(name));
  const renamed = names.map((name) => [name, name.replace(/-..([\w-]{6})\./, "-v2$1.")] as const);
  for (const file of ["index.html", "sw.js", ...names.map((name) => `assets/${name}`)]) {
    let text = await readFile(join(next, file), "utf8");
    for (const [old, name] of renamed) text = text.replaceAll(old, name);
    await writeFile(join(next, file), text);
  }
  for (const [old, name] of renamed) await rename(join(next, "assets", old), join(next, "assets", name));
  const revision = entityTag(await readFile(join(next, "index.html"))).slice(1, -1);
  const worker = join(next, "sw.js");
  const page = /"revision":"\w+","url":"index\.html"/;
  const text = await readFile(worker, "utf8");
  if (!page.test(text)) throw new Error("The service worker names no page to keep.");
  await writeFile(worker, text.replace(page, `"revision":"${revision}","url":"index.html"`));
  return next;
}

/** Removes what `buildSite` and `nextVersion` have made. */
export async function removeSites(sites: readonly string[]): Promise<void> {
  for (const site of sites) {
    if (!basename(dirname(site)).startsWith("trackside-")) throw new Error(`${site} is not ours to remove.`);
    await rm(dirname(site), { recursive: true, force: true });
  }
}
