import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that holds package.json. */
export const PROJECT = join(import.meta.dirname, "../..");

/** True once this process was told to end: the steps that were still to come do not run, and fail. */
let interrupted = false;

/** One program to run to its end. */
export interface Step {
  readonly name: string;
  /** Arguments of Node: a program's own file first. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** True: what the program says is shown as it comes, else only where it fails. */
  readonly streams?: boolean;
}

/** The path of a package's program, to be run by Node without a shell and without npx. */
export function bin(packageName: string, command: string): string {
  const folder = join(PROJECT, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/**
 * Runs a step and gives its exit code; a program that cannot be started, or is ended by a signal, has
 * failed too (code 1). Nothing of what it says arrives after the promise is resolved.
 */
export async function runStep(step: Step): Promise<number> {
  if (interrupted) {
    process.stdout.write(`✗ ${step.name}: did not run\n`);
    return 1;
  }
  const began = Date.now();
  if (step.streams) process.stdout.write(`▸ ${step.name}\n`);
  const { code, said } = await spawned(step);
  if (code !== 0 && !step.streams) process.stdout.write(`${said.trimEnd()}\n`);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? "✓" : "✗"} ${step.name} (${seconds} s)\n`);
  return code;
}

function spawned({ args, env, streams = false }: Step): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
    const child = spawn(process.execPath, args, {
      cwd: PROJECT,
      env: { ...process.env, ...colour, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const hear = (data: Buffer): void => {
      if (streams) process.stdout.write(data);
      else said += data;
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const forget = endWith(child);
    let code = 1;
    const finish = (): void => {
      forget();
      child.stdout.destroy();
      child.stderr.destroy();
      done({ code, said });
    };
    child.once("error", (error) => {
      said += String(error);
      finish();
    });
    child.once("exit", (exitCode) => {
      code = exitCode ?? 1;
      // "close" waits for the pipes, which a grandchild that lives on may hold open for ever.
      const late = setTimeout(finish, 5000);
      child.once("close", () => {
        clearTimeout(late);
        finish();
      });
    });
  });
}

/** Ends the child when this process is told to end; gives back the way to stop that. */
function endWith(child: ChildProcess): () => void {
  const end = (signal: NodeJS.Signals): void => {
    interrupted = true;
    child.kill(signal);
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  return () => {
    process.off("SIGTERM", end);
    process.off("SIGINT", end);
  };
}
