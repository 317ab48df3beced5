import { join } from "node:path";
import { build } from "vite";

/**
 * The code of a worker thread of this folder, `NAME.worker.ts`, in one piece for `new Worker(code, { eval: true })`:
 * Node 20 runs no TypeScript, and the reader is to be as fast here as it is in the built site.
 */
export async function bundleWorker(name: string): Promise<string> {
  const { NODE_ENV } = process.env;
  const built = await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      write: false,
      minify: false,
      ssr: join(import.meta.dirname, `${name}.worker.ts`),
      rollupOptions: { output: { format: "cjs" } },
    },
  });
  // Vite set it, and a build that follows in this process would take it to heart.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const [chunk] = outputs.filter((output) => output.type === "chunk");
  if (!chunk) throw new Error(`The worker ${name} was not built.`);
  return chunk.code;
}
