import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { organisersWords } from "./organiser";
import { CONFERENCE_FILE } from "./organiser-schema";
import { type BuildEnvironment, basePath, isAddress } from "./site";

/** What `dist/` was built from lies beside the tools, not in the site. */
const STAMP = "node_modules/.cache/trackside/build.json";
const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package.json", "package-lock.json"];

/** True where `KILL` asks for a build that takes the app off the devices that have it. */
export function isKill({ KILL }: BuildEnvironment): boolean {
  return KILL === "1" || KILL === "true";
}

const asked = (env: BuildEnvironment) => ({
  feed: env.FEED?.trim() ?? "",
  base: basePath(env.BASE ?? "/"),
  conference: env.CONFERENCE ?? CONFERENCE_FILE,
  isKill: isKill(env),
});

/** Writes down, once a build of `dist/` is whole, what it was made from. */
export function stampBuild(env: BuildEnvironment): Plugin {
  const startedAt = Date.now();
  let intoDist = false;
  return {
    name: "trackside:stamp",
    apply: "build",
    configResolved({ root, build }) {
      intoDist = resolve(root, build.outDir) === resolve("dist");
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler: async () => {
        if (!intoDist) return;
        await mkdir(join(STAMP, ".."), { recursive: true });
        await writeFile(STAMP, JSON.stringify({ ...asked(env), startedAt }));
      },
    },
  };
}

/** The newest change (epoch milliseconds) in a file or folder; 0 where there is none. */
async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path);
  const times = await Promise.all(inside.map((name) => changedAt(join(path, name))));
  return Math.max(found.mtimeMs, ...times);
}

/** True where `dist/` is missing, or older than its sources or than what the environment asks for. */
export async function isStale(env: BuildEnvironment): Promise<boolean> {
  try {
    const stamp = JSON.parse(await readFile(STAMP, "utf8")) as ReturnType<typeof asked> & {
      startedAt: number;
    };
    const now = asked(env);
    const before = { feed: stamp.feed, base: stamp.base, conference: stamp.conference, isKill: stamp.isKill };
    if (JSON.stringify(before) !== JSON.stringify(now)) return true;
    await stat("dist/index.html");
    const feed = now.feed || (await organisersWords(now.conference)).feed;
    const files = [...SOURCES, resolve(now.conference), ...(isAddress(feed) ? [] : [resolve(feed)])];
    return Math.max(...(await Promise.all(files.map(changedAt)))) > stamp.startedAt;
  } catch {
    return true;
  }
}
