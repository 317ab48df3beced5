import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

/** A folder that is on few people's PATH. */
const ENV = { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin:/usr/local/sbin` };

/** True where this machine has the program. */
export function hasProgram(name: string, asksVersion = "-v"): boolean {
  return spawnSync(name, [asksVersion], { env: ENV, stdio: "ignore" }).error === undefined;
}

/** An nginx that runs the configuration of a build. */
export interface RunningNginx {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What it has said, for whoever wants to know why something failed. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** A port of loopback that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/**
 * Starts nginx from `folder`, which holds `dist/`, with a build's configuration; only ports, and what `change`
 * replaces, are others. Resolves once it listens; rejects with what nginx says where it does not.
 */
export async function runNginx(
  folder: string,
  configuration: string,
  change: Readonly<Record<string, string>> = {},
): Promise<RunningNginx> {
  const port = await freePort();
  const judge = String(await freePort());
  const beside = join(folder, "dist-host");
  await mkdir(beside, { recursive: true });
  let text = configuration.replace("listen 8080;", `listen 127.0.0.1:${port};`).replaceAll("8081", judge);
  for (const [from, to] of Object.entries(change)) {
    if (!text.includes(from)) throw new Error(`The configuration says nothing of “${from}”.`);
    text = text.replace(from, to);
  }
  await writeFile(join(beside, "running.conf"), text);
  // As root its workers would be somebody who may not read here.
  const globals = `daemon off;${process.getuid?.() === 0 ? " user root;" : ""}`;
  const child = spawn("nginx", ["-p", `${beside}/`, "-c", "running.conf", "-g", globals], {
    env: ENV,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said += String(data);
  });
  // Whoever fails on the way leaves none behind.
  const end = () => void child.kill();
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  const origin = `http://127.0.0.1:${port}`;
  await listening(child, origin).catch(() => {
    throw new Error(`nginx did not start: ${said}`);
  });
  return { origin, said: () => said, stop: () => ended(child) };
}

async function listening(child: ChildProcess, origin: string): Promise<void> {
  while (child.exitCode === null) {
    const answered = await fetch(`${origin}/_headers`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error("ended");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
