import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const binary = "/usr/sbin/dovecot";

/** A real IMAP server with one mailbox, in a folder of its own. Throws with what to install where it is missing. */
export async function startDovecot() {
  if (spawnSync(binary, ["--version"]).error)
    throw new Error("Dovecot is missing: apt-get install dovecot-imapd");
  const home = await mkdtemp(join(tmpdir(), "kim-dovecot-"));
  const port = await freePort();
  const inbox = join(home, "mail", "kim");
  await mkdir(join(inbox, "new"), { recursive: true });
  // Dovecot serves the mailbox as an unprivileged user.
  for (const folder of [home, join(home, "mail"), inbox, join(inbox, "new")]) await chmod(folder, 0o777);
  const settings = join(home, "dovecot.conf");
  await writeFile(settings, configuration(home, port));
  const server = spawn(binary, ["-F", "-c", settings], { stdio: "ignore" });
  await untilListening(port, server);
  let delivered = 0;
  return {
    url: `imap://kim:geheim@127.0.0.1:${port}`,
    async deliver(mail: Buffer) {
      delivered += 1;
      const file = join(inbox, "new", `${1_700_000_000 + delivered}.${delivered}.test`);
      await writeFile(file, mail);
      await chmod(file, 0o666);
    },
    async close() {
      // It waits for its sessions for a while; one that is over already gives no event any more.
      const ended = server.exitCode === null ? once(server, "exit") : undefined;
      server.kill();
      const late = setTimeout(() => server.kill("SIGKILL"), 3_000);
      await ended;
      clearTimeout(late);
      await rm(home, { recursive: true, force: true });
    },
  };
}

function configuration(home: string, port: number): string {
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
first_valid_uid = 1
mail_location = maildir:${home}/mail/%u
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${home}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilListening(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; server.exitCode === null && tries < 100; tries++) {
    const socket = connect(port, "127.0.0.1");
    const open = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Dovecot did not start");
}
