import { afterEach, describe, expect, test } from "@jest/globals";
import { imapMailbox } from "../../../adapters/mail/imap.js";
import type { BoxedMail } from "../../../bot/mailbox/incoming-mail.js";
import { startOwnClock } from "../../apart/own-clock.js";
import { startDovecot } from "./dovecot.js";
import { startImapServer } from "./imap-server.js";
import { startSilentServer } from "./mail-server.js";
import { replyMail } from "./reply-mail.js";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function mailbox(options: Parameters<typeof startImapServer>[0] = {}) {
  const server = await startImapServer(options);
  open.push(server);
  const taken: BoxedMail[] = [];
  const box = imapMailbox({ url: server.url });
  return { ...server, taken, check: () => box.check(async (mail) => void taken.push(mail)) };
}

describe("answers over IMAP", () => {
  test("are taken once each, and marked as seen only then", async () => {
    const { deliver, check, taken, mails } = await mailbox();
    deliver(replyMail());
    deliver(replyMail({ partstat: "DECLINED" }));
    expect(await check()).toEqual({ kind: "checked", taken: 2, left: 0 });
    expect(taken.map(({ id, reply }) => [id, reply?.participation])).toEqual([
      ["7/1", "accepted"],
      ["7/2", "declined"],
    ]);
    expect(mails.every(({ seen }) => seen)).toBe(true);
    expect(await check()).toEqual({ kind: "checked", taken: 0, left: 0 });
  });

  test("come again when they could not be worked on, and hold up no other", async () => {
    const { deliver, url, mails } = await mailbox();
    deliver(replyMail());
    deliver(replyMail({ partstat: "DECLINED" }));
    const seenIds: string[] = [];
    const result = await imapMailbox({ url }).check(async ({ id, reply }) => {
      seenIds.push(id);
      if (reply?.participation === "accepted") throw new Error("store unavailable");
    });
    expect(result).toEqual({ kind: "checked", taken: 1, left: 1 });
    expect(mails.map(({ seen }) => seen)).toEqual([false, true]);
    expect(await imapMailbox({ url }).check(async ({ id }) => void seenIds.push(id))).toMatchObject({
      taken: 1,
    });
    expect(seenIds).toEqual(["7/1", "7/2", "7/1"]);
  });

  test("are a matter of setup with a wrong password or mailbox, and of time if the server is away", async () => {
    const { url, close } = await mailbox();
    const take = async () => undefined;
    expect(await imapMailbox({ url: url.replace("geheim", "falsch") }).check(take)).toMatchObject({
      kind: "setup",
    });
    expect(await imapMailbox({ url, mailbox: "Antworten" }).check(take)).toMatchObject({ kind: "setup" });
    expect(await imapMailbox({ url: "mail.example.org" }).check(take)).toMatchObject({ kind: "setup" });
    open.pop();
    await close();
    expect(await imapMailbox({ url }).check(take)).toMatchObject({ kind: "temporary" });
  });

  test("end by their deadline at a server that says nothing, or nothing more", async () => {
    const silent = await startSilentServer();
    open.push(silent);
    const urls = [silent.url.replace("smtp://", "imap://kim:geheim@")];
    for (const silentAfter of ["LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "UID STORE"]) {
      const { url, deliver } = await mailbox({ silentAfter });
      deliver(replyMail());
      urls.push(url);
    }
    for (const url of urls) {
      const waited = startOwnClock();
      const result = await imapMailbox({ url, deadlineMs: 300 }).check(async () => undefined);
      expect(result).toMatchObject({ kind: "temporary" });
      expect(waited()).toBeLessThan(2_000);
    }
  });

  test("never tell the password", async () => {
    const { url } = await mailbox();
    const result = await imapMailbox({ url: url.replace("geheim", "streng-geheim") }).check(
      async () => undefined,
    );
    expect(JSON.stringify(result)).not.toMatch(/geheim|kim/);
  });
});

// npm run test:long only: npm test needs no Debian package for it.
if (process.env.KIM_LONG === "1") {
  describe("Dovecot", () => {
    test("gives each answer once and keeps what could not be worked on", async () => {
      const server = await startDovecot();
      open.push(server);
      await server.deliver(replyMail());
      await server.deliver(replyMail({ partstat: "DECLINED", charset: "latin1" }));
      const box = imapMailbox({ url: server.url });
      const answers: unknown[] = [];
      const first = await box.check(async ({ reply }) => {
        if (reply?.participation === "declined") throw new Error("store unavailable");
        answers.push(reply?.participation);
      });
      expect(first).toEqual({ kind: "checked", taken: 1, left: 1 });
      const second = await box.check(async ({ reply }) => void answers.push(reply?.participation));
      expect(second).toEqual({ kind: "checked", taken: 1, left: 0 });
      expect(answers).toEqual(["accepted", "declined"]);
      expect(await box.check(async () => undefined)).toEqual({ kind: "checked", taken: 0, left: 0 });
      const wrong = imapMailbox({ url: server.url.replace("geheim", "falsch") });
      expect(await wrong.check(async () => undefined)).toMatchObject({ kind: "setup" });
      const missing = imapMailbox({ url: server.url, mailbox: "Antworten" });
      expect(await missing.check(async () => undefined)).toMatchObject({ kind: "setup" });
    });
  });
}
