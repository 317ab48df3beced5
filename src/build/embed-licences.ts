import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";

/** A package of which something is in the built site. */
interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Where its source is to be had, or an empty string. */
  readonly source: string;
  /** The text of its licence, or an empty string where it brings none. */
  readonly text: string;
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const FILE = "licences.txt";
const RULE = "=".repeat(78);

const packageOf = (folder: string): PackageFile =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;

/** The folder of a package as Node would find it from another; null where it is not installed. */
function folderOf(name: string, from: string): string | null {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  return from === dirname(from) ? null : folderOf(name, dirname(from));
}

/** The licence of the package in a folder; the first of them where one stands for what the package itself bundles. */
function licenceIn(folder: string): string {
  const file = readdirSync(folder).find((name) =>
    /^(licen[cs]e|copying|unlicense)(\.(md|txt))?$/i.test(name),
  );
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8");
  return (text.split(/^#+ Licenses of bundled dependencies/m)[0] ?? "").trim();
}

/**
 * Every package that the built site may hold something of, by name: what `package.json` in `root` depends on
 * at run time and what that depends on in turn, fonts included; not what is types alone. And Vite, whose
 * few lines load what comes later.
 */
export function shippedPackages(root: string): readonly Shipped[] {
  const found = new Map<string, Shipped>();
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    if (folder === null || found.has(folder) || name.startsWith("@types/")) return;
    const { version, license = "unknown", homepage = "", repository, dependencies = {} } = packageOf(folder);
    const address = (typeof repository === "object" ? repository.url : repository) ?? homepage;
    const source = address
      .replace(/^git\+/, "")
      .replace(/^github:|^(?=[\w-]+\/[\w.-]+$)/, "https://github.com/");
    found.set(folder, { name, version, license, source, text: licenceIn(folder) });
    // What is Vite's own stays in the workshop.
    if (name !== "vite") for (const next of Object.keys(dependencies)) visit(next, folder);
  };
  for (const name of [...Object.keys(packageOf(root).dependencies ?? {}), "vite"]) visit(name, root);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The app's own licence and those of all that it is shipped with, as one text. */
function licencesFile(root: string, shipped: readonly Shipped[]): string {
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  const parts = shipped.map(({ name, version, license, source, text }) =>
    [`${name} ${version}`, `Licence: ${license}`, source && `Source: ${source}`, text && `\n${text}`]
      .filter(Boolean)
      .join("\n"),
  );
  return `${[`This app\n\n${own}`, ...parts].join(`\n\n${RULE}\n\n`)}\n`;
}

/** Writes the licences into the site, beside what is kept offline; stops where something is shipped without. */
export function embedLicences(): Plugin {
  return {
    name: "trackside:licences",
    apply: "build",
    generateBundle(_, bundle) {
      const root = resolve(".");
      const shipped = shippedPackages(root);
      const names = new Set(shipped.map(({ name }) => name));
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      for (const module of modules) {
        const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module) ?? [];
        if (name && !names.has(name)) this.error(`${name} is shipped, and ${FILE} has no licence of it.`);
      }
      this.emitFile({ type: "asset", fileName: FILE, source: licencesFile(root, shipped) });
    },
  };
}
