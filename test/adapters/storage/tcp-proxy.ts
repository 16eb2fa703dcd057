import { connect, createServer, type Socket } from "node:net";

/** A stretch of network between a client and a server on loopback that misbehaves when told to. */
export type TcpProxy = {
  readonly port: number;
  /** The next request that holds `text` reaches the server; its reply does not come back: the line breaks. */
  loseReplyTo(text: string): void;
  /** Every reply is lost in this way until `mend`. */
  loseAllRepliesTo(text: string): void;
  /** Nothing passes in either direction, and nothing is refused, until `mend`. */
  stall(): void;
  /** Breaks all lines and refuses new ones until `mend`. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
};

export async function startProxy(targetPort: number): Promise<TcpProxy> {
  let losing: { text: string; always: boolean } | undefined;
  let mode: "open" | "stalled" | "cut" = "open";
  const pairs = new Set<readonly [Socket, Socket]>();

  const server = createServer((client) => {
    if (mode === "cut") return client.destroy();
    const upstream = connect(targetPort, "127.0.0.1");
    const pair = [client, upstream] as const;
    pairs.add(pair);
    let reply: "pass" | "lose" = "pass";
    const end = () => {
      client.destroy();
      upstream.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) {
      socket.on("error", end);
      socket.on("close", end);
      if (mode === "stalled") socket.pause();
    }
    client.on("data", (chunk) => {
      if (losing && chunk.includes(losing.text)) {
        reply = "lose";
        if (!losing.always) losing = undefined;
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (reply === "lose") end();
      else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");

  return {
    port: address.port,
    loseReplyTo(text) {
      losing = { text, always: false };
    },
    loseAllRepliesTo(text) {
      losing = { text, always: true };
    },
    stall() {
      mode = "stalled";
      for (const socket of [...pairs].flat()) socket.pause();
    },
    cut() {
      mode = "cut";
      for (const socket of [...pairs].flat()) socket.destroy();
    },
    mend() {
      mode = "open";
      losing = undefined;
      for (const socket of [...pairs].flat()) socket.resume();
    },
    async stop() {
      for (const socket of [...pairs].flat()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
