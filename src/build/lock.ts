import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT } from "./run-step";

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** What a native package is for, as its name says it: "…-linux-x64-musl". */
function platformOf(name: string): object {
  const words = name.split(/[^a-z0-9]+/);
  const found = (known: readonly string[]) => known.filter((word) => words.includes(word));
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : ["glibc"];
  const os = found(SYSTEMS);
  return { cpu: found(PROCESSORS), os, ...(os.includes("linux") && { libc }) };
}

/** The native packages that the lock file's entries name and that have no entry of their own. */
export function missingFrom(packages: Readonly<Record<string, LockEntry>>): ReadonlyMap<string, LockEntry> {
  const missing = new Map<string, LockEntry>();
  for (const [path, { optionalDependencies, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
      if (places.some((place) => packages[place])) continue;
      missing.set(`node_modules/${name}`, {
        version,
        ...platformOf(name),
        ...(dev && { dev }),
        optional: true,
      } as LockEntry);
    }
  }
  return missing;
}

/**
 * `npm run lock`, after a change of dependencies: completes the lock file. Where a registry does not carry
 * other platforms' native packages, npm leaves them out of the lock file, and `npm ci` then refuses it.
 */
export async function main(): Promise<number> {
  const path = join(PROJECT, "package-lock.json");
  const lock = JSON.parse(await readFile(path, "utf8"));
  const missing = missingFrom(lock.packages);
  const entries = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, "en")));
  await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.size} entries added.`);
  return 0;
}
