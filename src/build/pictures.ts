import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import type { Site } from "./site";

/** The folder of the pictures that `npm run screenshots` makes, in `public/` and in the site. */
const FOLDER = "screenshots";
/** Beside them, the name of the conference that they show. */
const OF = "conference.txt";

/** Whether the manifest's pictures show this very conference: those of another would be a false promise. */
export async function hasPictures({ conference }: Pick<Site, "conference">): Promise<boolean> {
  const of = await readFile(resolve("public", FOLDER, OF), "utf8").catch(() => "");
  return of.trim() === conference.name;
}

/** Takes out of the site what `public/` holds for the build alone: the organiser's words, and pictures of another. */
export function leaveOut(isPictured: boolean): Plugin {
  let folder = "";
  return {
    name: "trackside:leave-out",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    async writeBundle() {
      const files = ["conference.json", "conference.schema.json", join(FOLDER, isPictured ? OF : "")];
      for (const file of files) await rm(join(folder, file), { recursive: true, force: true });
    },
  };
}
