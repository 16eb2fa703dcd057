import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type RedisServerOptions = {
  /** `appendfsync` of the append-only file, or `off` for a server that keeps nothing. */
  readonly aof?: "always" | "everysec" | "off";
  /** Further arguments: `["--maxmemory", "5mb"]`. */
  readonly args?: readonly string[];
  /** Port and folder of a server that was stopped before, to bring it back with its data. */
  readonly port?: number;
  readonly dir?: string;
  /** Runs as a sentinel with this configuration file. */
  readonly sentinel?: string;
};

export type RedisServer = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dir: string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
  /** SIGKILL; the folder stays, so that a server can be started on it again. */
  kill(): Promise<void>;
};

/** Starts a redis-server of this test's own on a free loopback port and waits until it answers. */
export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const { aof = "always", args = [] } = options;
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), "kim-redis-")));
  const port = options.port ?? (await freePort());
  const persistence = aof === "off" ? ["--appendonly", "no"] : ["--appendonly", "yes", "--appendfsync", aof];
  const place = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", dir];
  const server = spawn(
    "redis-server",
    options.sentinel === undefined
      ? [...place, "--save", "", ...persistence, ...args]
      : [options.sentinel, "--sentinel", ...place, ...args],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const atExit = () => server.kill("SIGKILL");
  process.once("exit", atExit);
  await listening(server);
  const end = async (signal: NodeJS.Signals) => {
    process.removeListener("exit", atExit);
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    // A server that a test has stopped with SIGSTOP can't act on SIGTERM.
    if (signal !== "SIGKILL") server.kill("SIGCONT");
    await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: server.pid ?? 0,
    dir,
    async stop() {
      await end("SIGTERM");
      await rm(dir, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free loopback port");
  return address.port;
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.once("error", () =>
      reject(new Error("redis-server is missing: install it (Debian: apt-get install redis-server)")),
    );
    server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}: ${log.slice(-500)}`)));
    server.stdout?.on("data", (chunk: Buffer) => {
      log = (log + chunk).slice(-4000);
      if (/Ready to accept connections|Sentinel ID is/i.test(log)) resolve();
    });
  });
}
