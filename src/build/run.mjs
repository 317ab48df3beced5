// `node src/build/run.mjs NAME [arguments]` runs src/build/NAME.ts: its `main(arguments)` gives the
// exit code. Node 20 cannot run TypeScript by itself; Vite, which is here anyway, can.
import { join } from "node:path";
import { runnerImport } from "vite";

const [name = "", ...args] = process.argv.slice(2);

/** @returns {Promise<number>} */
async function run() {
  const { NODE_ENV } = process.env;
  try {
    const file = join(import.meta.dirname, `${name}.ts`);
    const { module } = await runnerImport(file, { configFile: false, logLevel: "error" });
    // The import set it to "development", and every build from here on would take that to heart.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    return await /** @type {{ main(args: readonly string[]): Promise<number> }} */ (module).main(args);
  } catch (error) {
    console.error(error);
    return 1;
  }
}

const code = await run();
// Not before everything was written: a pipe takes it later than process.exit() comes.
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
