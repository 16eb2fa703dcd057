import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = {
  readonly raw: string;
  readonly parsed: ParsedMail;
  readonly from: string;
  readonly to: readonly string[];
};

/** A real SMTP server on a free port of loopback that keeps what it takes. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        simpleParser(raw).then((parsed) => {
          received.push({ raw: raw.toString(), parsed, from, to: rcptTo.map(({ address }) => address) });
          done();
        }, done);
      });
    },
    ...options,
  });
  // Clients that break off the connection, as ours does at its deadline, are no fault of the server.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Takes connections and answers each line with the next of `lines`, then says nothing any more. */
export async function startSilentServer(lines: readonly string[] = []) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    let next = 0;
    const answer = () => {
      const line = lines[next++];
      if (line !== undefined) socket.write(`${line}\r\n`);
    };
    answer();
    socket.on("data", answer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** What a server of smtp-server answers with a code of its own. */
export function refusal(responseCode: number, message = "nicht jetzt, jugendamt@example.org"): Error {
  return Object.assign(new Error(message), { responseCode });
}
