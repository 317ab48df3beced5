import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { basePath, isAddress } from "./site";

type Environment = { readonly FEED?: string; readonly BASE?: string; readonly KILL?: string };

/** What `dist/` was built from lies beside the tools, not in the site. */
const STAMP = "node_modules/.cache/trackside/build.json";
const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package.json", "package-lock.json"];

/** True where `KILL` asks for a build that takes the app off the devices that have it. */
export function isKill({ KILL }: Environment): boolean {
  return KILL === "1" || KILL === "true";
}

const asked = (env: Environment) => ({
  feed: env.FEED?.trim() ?? "",
  base: basePath(env.BASE ?? "/"),
  isKill: isKill(env),
});

/** Writes down, once a build of `dist/` is whole, what it was made from. */
export function stampBuild(env: Environment): Plugin {
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

/** True where `dist/` is missing, or older than its sources or than what `FEED` and `BASE` ask for. */
export async function isStale(env: Environment): Promise<boolean> {
  try {
    const stamp = JSON.parse(await readFile(STAMP, "utf8")) as ReturnType<typeof asked> & {
      startedAt: number;
    };
    const { feed, base, isKill } = asked(env);
    if (stamp.feed !== feed || stamp.base !== base || stamp.isKill !== isKill) return true;
    await stat("dist/index.html");
    const files = feed && !isAddress(feed) ? [...SOURCES, resolve(feed)] : SOURCES;
    return Math.max(...(await Promise.all(files.map(changedAt)))) > stamp.startedAt;
  } catch {
    return true;
  }
}
