import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./until";

const PULSEAUDIO = "/usr/bin/pulseaudio";

/** Whether this machine can pretend to have a loudspeaker. */
export const canPretendSound = (): boolean => existsSync(PULSEAUDIO);

/**
 * A loudspeaker that nobody hears, in the time of a real one: where a machine has none, Firefox plays nothing.
 * Gives what a browser's environment needs to play into it.
 */
export async function pretendSound() {
  const dir = await mkdtemp(join(tmpdir(), "trackside-sound-"));
  const socket = join(dir, "socket");
  const started = spawn(
    PULSEAUDIO,
    [
      ...["-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"],
      "--load=module-null-sink",
      `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    ],
    { stdio: "ignore", env: { ...process.env, HOME: dir, XDG_RUNTIME_DIR: dir } },
  );
  const gone = new Promise<void>((done) => {
    started.once("exit", () => done());
    started.once("error", () => done());
  });
  const end = async () => {
    started.kill();
    await gone;
    await rm(dir, { recursive: true, force: true });
  };
  if (await until(10_000, async () => existsSync(socket) || null))
    return { env: { PULSE_SERVER: `unix:${socket}` }, end };
  await end();
  throw new Error("PulseAudio did not open its socket within 10 s.");
}
