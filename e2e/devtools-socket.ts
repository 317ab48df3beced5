import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Duplex } from "node:stream";

/** A conversation with one DevTools target (a page, or the browser), and with nothing else. */
export interface DevtoolsSocket {
  /** Sends one command; rejects with the browser's own words, or when the socket closes first. */
  send<Result>(method: string, params?: object): Promise<Result>;
  /** Hears one kind of event from now on; enable it by a command afterwards. */
  on<Event>(method: string, hear: (event: Event) => void): void;
  close(): void;
}

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/**
 * Opens a WebSocket (RFC 6455, text frames only) to a DevTools address. Node 20 has no WebSocket of
 * its own, and Playwright's connection attaches to service workers, which then never die.
 */
export async function openDevtoolsSocket(address: string): Promise<DevtoolsSocket> {
  const socket = await upgraded(address);
  const waiting = new Map<number, Waiting>();
  const hearers = new Map<string, (event: never) => void>();
  let lastId = 0;
  let pending: Buffer = Buffer.alloc(0);
  let message: Buffer[] = [];

  const take = (frame: Frame): void => {
    if (frame.opcode === CLOSE) return void socket.end();
    if (frame.opcode === PING) return void socket.write(masked(PONG, frame.payload));
    if (frame.opcode === PONG) return;
    message.push(frame.payload);
    if (!frame.last) return;
    const { id, result, error, method, params } = JSON.parse(Buffer.concat(message).toString("utf8"));
    message = [];
    if (id === undefined) return void hearers.get(method)?.(params as never);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result as never);
    else asked?.reject(new Error(error.message));
  };
  socket.on("data", (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    for (let frame = firstFrame(pending); frame !== null; frame = firstFrame(pending)) {
      pending = pending.subarray(frame.size);
      take(frame);
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The browser closed the connection."));
    waiting.clear();
  });

  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error("The browser closed the connection."));
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        socket.write(masked(TEXT, Buffer.from(JSON.stringify({ id: lastId, method, params }))));
      }),
    on: (method, hear) => void hearers.set(method, hear),
    close: () => socket.destroy(),
  };
}

function upgraded(address: string): Promise<Duplex> {
  return new Promise((done, failed) => {
    const asked = request(address.replace(/^ws:/, "http:"), {
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": randomBytes(16).toString("base64"),
      },
    });
    asked.on("upgrade", (_, socket) => done(socket));
    asked.on("response", (answer) =>
      failed(new Error(`DevTools answered ${answer.statusCode} at ${address}.`)),
    );
    asked.on("error", failed);
    asked.end();
  });
}

interface Frame {
  readonly opcode: number;
  readonly last: boolean;
  readonly payload: Buffer;
  /** Octets of the whole frame. */
  readonly size: number;
}

/** The first frame of the bytes (a server's, so not masked), or null while it is incomplete. */
function firstFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const [first, second] = [bytes.readUInt8(0), bytes.readUInt8(1) & 127];
  const start = second === 126 ? 4 : second === 127 ? 10 : 2;
  if (bytes.length < start) return null;
  const length =
    second === 126 ? bytes.readUInt16BE(2) : second === 127 ? Number(bytes.readBigUInt64BE(2)) : second;
  if (bytes.length < start + length) return null;
  const payload = bytes.subarray(start, start + length);
  return { opcode: first & 15, last: first >= 128, payload, size: start + length };
}

function masked(opcode: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10);
  head.writeUInt8(128 | opcode, 0);
  head.writeUInt8(128 | (head.length === 2 ? payload.length : head.length === 4 ? 126 : 127), 1);
  if (head.length === 4) head.writeUInt16BE(payload.length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(payload.length), 2);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, payload.map((octet, index) => octet ^ (mask[index % 4] ?? 0))]);
}
