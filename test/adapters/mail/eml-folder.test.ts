import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { simpleParser } from "mailparser";
import { emlFolderMailer, fileName } from "../../../adapters/mail/eml-folder.js";
import { invitationMail, sender } from "./mails.js";

let home = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "kim-mail-"));
});
afterEach(async () => {
  await chmod(home, 0o700);
  await rm(home, { recursive: true, force: true });
});

describe("mail into a folder", () => {
  test("is one whole message per Message-ID, replaced when it is sent again", async () => {
    const folder = join(home, "mail");
    const mailer = emlFolderMailer({ folder, from: sender });
    expect(await mailer.send(invitationMail())).toEqual({ kind: "sent" });
    expect(await mailer.send(invitationMail())).toEqual({ kind: "sent" });
    expect(await mailer.send(invitationMail({ sequence: 1, method: "CANCEL" }))).toEqual({ kind: "sent" });
    const files = (await readdir(folder)).sort();
    expect(files).toEqual([
      "K-7F3Q9.1.jua.0.REQUEST@example.org.eml",
      "K-7F3Q9.1.jua.1.CANCEL@example.org.eml",
    ]);

    const parsed = await simpleParser(await readFile(join(folder, files[0] ?? "")));
    expect(parsed.messageId).toBe("<K-7F3Q9.1.jua.0.REQUEST@example.org>");
    expect(parsed.attachments[0]?.content.toString()).toBe(invitationMail().calendar?.content);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  test("never leaves the folder, whatever the Message-ID says", () => {
    expect(fileName("<a.b+c@example.org>")).toBe("a.b+c@example.org.eml");
    for (const id of [
      "<../x@example.org>",
      "<a/b@example.org>",
      "<.hidden@example.org>",
      `<${"a".repeat(200)}@b>`,
    ]) {
      expect(fileName(id)).toMatch(/^[0-9a-f]{64}\.eml$/);
    }
  });

  test("says that the operator must look when the folder can't be made", async () => {
    const file = join(home, "a-file");
    await writeFile(file, "");
    const mailer = emlFolderMailer({ folder: join(file, "mail"), from: sender });
    expect(await mailer.send(invitationMail())).toEqual({ kind: "setup", reason: "mail folder ENOTDIR" });
  });

  test("refuses what no mail server would get either", async () => {
    const mailer = emlFolderMailer({ folder: home, from: sender });
    expect(await mailer.send(invitationMail({}, { to: { name: "Amt", email: "" } }))).toMatchObject({
      kind: "permanent",
    });
    expect(await readdir(home)).toEqual([]);
  });
});
