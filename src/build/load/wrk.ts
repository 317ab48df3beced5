import { spawn } from "node:child_process";
import { once } from "node:events";

/** What a server managed. */
export interface Pace {
  readonly perSecond: number;
  /** Octets a second. */
  readonly bytesPerSecond: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly slowest: number;
  /** Answers that were neither 2xx nor 3xx, and connections that failed. */
  readonly failed: number;
}

const UNITS: Readonly<Record<string, number>> = { B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 };
const TIMES: Readonly<Record<string, number>> = { us: 1 / 1_000, ms: 1, s: 1_000, m: 60_000 };

/** Has wrk ask for `url` from 64 connections for some seconds. */
export async function pace(
  url: string,
  headers: Readonly<Record<string, string>>,
  seconds = 4,
): Promise<Pace> {
  const asked = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const child = spawn("wrk", ["-t1", "-c64", `-d${seconds}s`, "--latency", ...asked, url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (data: Buffer) => {
    said += String(data);
  });
  await once(child, "close");
  return readPace(said);
}

/** Reads what wrk prints. Throws where it is not that. */
export function readPace(said: string): Pace {
  const [, perSecond] = /Requests\/sec:\s*([\d.]+)/.exec(said) ?? [];
  const [, bytes, unit = ""] = /Transfer\/sec:\s*([\d.]+)(\w+)/.exec(said) ?? [];
  const [, slowest, time = ""] = /99%\s*([\d.]+)(\w+)/.exec(said) ?? [];
  if (!perSecond || !bytes) throw new Error(`wrk said what cannot be read: ${said}`);
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(said);
  const [, refused = "0"] = /Non-2xx or 3xx responses: (\d+)/.exec(said) ?? [];
  const failed = (errors?.slice(1) ?? []).reduce((sum, count) => sum + Number(count), Number(refused));
  return {
    perSecond: Number(perSecond),
    bytesPerSecond: Number(bytes) * (UNITS[unit] ?? 1),
    slowest: Number(slowest ?? 0) * (TIMES[time] ?? 1),
    failed,
  };
}
