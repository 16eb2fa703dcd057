import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/**
 * As much IMAP (RFC 3501) as one reader of one mailbox needs, on a free port of loopback. User `kim`, password
 * `geheim`. The long tests use Dovecot instead.
 */
export async function startImapServer(options: { silentAfter?: string } = {}) {
  const mails: { source: Buffer; seen: boolean }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.write("* OK [CAPABILITY IMAP4rev1] ready\r\n");
    let pending = "";
    socket.on("data", (chunk) => {
      pending += chunk.toString();
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        answer(socket, line);
      }
    });
  });

  function answer(socket: Socket, line: string): void {
    const [tag = "", command = "", ...rest] = line.split(" ");
    const words = rest.join(" ");
    const name = command.toUpperCase() === "UID" ? `UID ${rest[0]?.toUpperCase()}` : command.toUpperCase();
    if (options.silentAfter === name) return;
    const send = (text: string) => socket.write(`${text}\r\n`);
    let result = "OK done";
    if (name === "CAPABILITY") send("* CAPABILITY IMAP4rev1");
    else if (name === "LOGIN") {
      if (!/kim"? "?geheim/.test(words)) result = "NO [AUTHENTICATIONFAILED] no";
    } else if (name === "LIST" || name === "LSUB") {
      if (words.includes("INBOX")) send(`* ${name} () "/" INBOX`);
      else if (words === '"" ""') send(`* ${name} (\\Noselect) "/" ""`);
    } else if (name === "SELECT" || name === "EXAMINE") {
      if (words.replaceAll('"', "") === "INBOX") {
        send(`* ${mails.length} EXISTS`);
        send("* OK [UIDVALIDITY 7] ok");
        send(`* OK [UIDNEXT ${mails.length + 1}] ok`);
      } else result = "NO [NONEXISTENT] no such mailbox";
    } else if (name === "UID SEARCH") {
      send(`* SEARCH${mails.map(({ seen }, i) => (seen ? "" : ` ${i + 1}`)).join("")}`);
    } else if (name === "UID FETCH") {
      const uid = Number(rest[1]);
      const mail = mails[uid - 1];
      if (mail && /BODY\.PEEK\[\]/i.test(words)) {
        send(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${mail.source.length}}`);
        socket.write(mail.source);
        send(")");
      }
    } else if (name === "UID STORE") {
      const mail = mails[Number(rest[1]) - 1];
      if (mail && /\\Seen/i.test(words)) mail.seen = true;
    } else if (name === "LOGOUT") send("* BYE");
    else if (name !== "NOOP") result = "BAD what?";
    send(`${tag} ${result}`);
    if (name === "LOGOUT") socket.end();
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://kim:geheim@127.0.0.1:${port}`,
    mails,
    deliver: (source: string | Buffer) => {
      mails.push({ source: Buffer.from(source), seen: false });
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
