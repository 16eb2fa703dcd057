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

export type BotProcess = {
  readonly port: number;
  /** From the start of the process until it took a connection. */
  readonly startMs: number;
  /** Resident memory of the process and its children, MB. */
  memoryMb(): number;
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
    memoryMb: () => residentMb(child.pid ?? 0),
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

/** Linux alone tells it; elsewhere NaN. */
function residentMb(pid: number): number {
  try {
    const [, kb = "NaN"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean);
    return children.reduce((sum, child) => sum + residentMb(Number(child)), Number(kb) / 1_024);
  } catch {
    return Number.NaN;
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.on("exit", () => done());
    child.kill("SIGTERM");
  });
}
