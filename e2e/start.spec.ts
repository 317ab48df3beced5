import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { expect, test } from "@playwright/test";

// `npm start`, as a newcomer runs it. The build is there already, so that it only serves.

function start(port: number): { readonly child: ChildProcess; readonly said: () => string } {
  let said = "";
  const child = spawn(process.execPath, ["src/build/run.mjs", "start"], {
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout?.on("data", (data: Buffer) => (said += data));
  child.stderr?.on("data", (data: Buffer) => (said += data));
  return { child, said: () => said };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("npm start serves the site on loopback, with its headers; a taken port is one sentence", async ({
  request,
}) => {
  const port = await freePort();
  const first = start(port);
  try {
    await expect.poll(first.said, { timeout: 30_000 }).toContain(`http://localhost:${port}/`);
    const answer = await request.get(`http://localhost:${port}/`);
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(await answer.text()).toContain('<div id="app">');

    const second = start(port);
    const code = await new Promise((resolve) => second.child.once("exit", resolve));
    expect(code).toBe(1);
    expect(second.said()).toBe(`Port ${port} is taken: set PORT to a free one.\n`);
  } finally {
    first.child.kill();
  }
});
