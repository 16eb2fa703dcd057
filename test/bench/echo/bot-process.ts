import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";

/** How a bot is started. It listens on the PORT that it finds in its environment, on 127.0.0.1. */
export type BotCommand = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Of a process and its children, MB. Linux alone tells it; elsewhere NaN. */
export type Memory = {
  readonly resident: number;
  /** Without what is mapped from files, which the system takes back when it needs room: programs, the LMDB store. */
  readonly anonymous: number;
  /** The most that was ever resident. */
  readonly peak: number;
};

export type BotProcess = {
  readonly port: number;
  /** From the start of the process until it took a connection. */
  readonly startMs: number;
  memory(): Memory;
  stop(): Promise<void>;
};

const patienceMs = 20_000;

export async function startBot({ command, args, env = {} }: BotCommand): Promise<BotProcess> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env, PORT: String(port) },
  });
  while (!(await accepts(port))) {
    if (child.exitCode !== null || performance.now() - begun > patienceMs) {
      child.kill();
      throw new Error(`${command} ${args.join(" ")} did not listen on PORT within ${patienceMs} ms.`);
    }
    await new Promise((later) => setTimeout(later, 5));
  }
  const startMs = performance.now() - begun;
  return {
    port,
    startMs,
    memory: () => memoryOf(child.pid ?? 0),
    stop: () => ended(child),
  };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, "127.0.0.1");
    const settle = (yes: boolean) => {
      socket.destroy();
      answer(yes);
    };
    socket.on("connect", () => settle(true));
    socket.on("error", () => settle(false));
  });
}

function memoryOf(pid: number): Memory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    return children
      .filter(Boolean)
      .map((child) => memoryOf(Number(child)))
      .reduce(sum, { resident: mb("VmRSS"), anonymous: mb("RssAnon"), peak: mb("VmHWM") });
  } catch {
    return { resident: Number.NaN, anonymous: Number.NaN, peak: Number.NaN };
  }
}

function sum(one: Memory, other: Memory): Memory {
  return {
    resident: one.resident + other.resident,
    anonymous: one.anonymous + other.anonymous,
    peak: one.peak + other.peak,
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.on("exit", () => done());
    child.kill("SIGTERM");
  });
}
