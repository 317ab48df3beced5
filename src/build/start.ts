import { build, preview } from "vite";
import { isStale } from "./stamp";

const PORT = 4173;

/** Serves until it is ended; an npm that was killed does not tell its scripts, and would leave the port taken. */
function untilParentEnds(): Promise<number> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    setInterval(() => process.ppid !== parent && resolve(0), 500);
  });
}

/** `npm start`: builds where that is due, and serves the production build on loopback. */
export async function main(): Promise<number> {
  const port = Number(process.env.PORT || PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`PORT must be a number from 1 to 65535, not “${process.env.PORT}”.`);
    return 1;
  }
  if (await isStale(process.env)) await build({ configLoader: "runner", logLevel: "warn" });
  try {
    const server = await preview({
      configLoader: "runner",
      preview: { port, strictPort: true, host: "127.0.0.1" },
    });
    const { base } = server.config;
    console.log(`Trackside is at http://localhost:${port}${base} (Ctrl+C ends it).`);
  } catch (error) {
    if (error instanceof Error && /already in use|EADDRINUSE/.test(error.message)) {
      console.error(`Port ${port} is taken: set PORT to a free one.`);
      return 1;
    }
    throw error;
  }
  return untilParentEnds();
}
