import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { plainRows, REGISTER, scriptPage, staticPage, workerOf } from "./yardsticks/static";

const SOURCES = new URL("./yardsticks/", import.meta.url).pathname;

/** Folders to be served; their parents are removed by `removeSites`. */
export interface YardstickSites {
  readonly static: string;
  readonly inlined: string;
  readonly record: string;
  /** Reads what lies beside it as `feed-N.ics`. */
  readonly reader: string;
}

/** Builds what the app is compared with, each into a new folder. */
export async function buildYardsticks(feeds: ReadonlyMap<number, string>): Promise<YardstickSites> {
  const sites = {
    static: await newSite(staticPage()),
    inlined: await newSite(scriptPage("inlined.js", plainRows()), "inlined.tsx"),
    record: await newSite(scriptPage("record.js"), "record.tsx"),
    reader: await newSite(scriptPage("reader.js"), "reader.ts"),
  };
  for (const [size, feed] of feeds) await writeFile(join(sites.reader, `feed-${size}.ics`), feed);
  return sites;
}

async function newSite(page: string, source?: string): Promise<string> {
  const site = join(await mkdtemp(join(tmpdir(), "trackside-yardstick-")), "site");
  await build({
    configFile: false,
    logLevel: "error",
    root: SOURCES,
    plugins: [react()],
    worker: { format: "es", rolldownOptions: { output: { entryFileNames: "[name].js" } } },
    build: {
      outDir: site,
      emptyOutDir: true,
      target: "es2023",
      rolldownOptions: {
        input: join(SOURCES, source ?? "static.ts"),
        preserveEntrySignatures: false,
        output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
      },
    },
  });
  const files = source
    ? (await readdir(site, { recursive: true })).filter((name) => name.endsWith(".js"))
    : [];
  await writeFile(join(site, "index.html"), page);
  await writeFile(join(site, "register.js"), REGISTER);
  await writeFile(join(site, "sw.js"), workerOf([...files, "register.js"]));
  return site;
}
