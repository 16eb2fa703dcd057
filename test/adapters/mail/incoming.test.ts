import { describe, expect, test } from "@jest/globals";
import { readMail } from "../../../adapters/mail/incoming.js";
import { replyMail } from "./reply-mail.js";

describe("a mail that comes in", () => {
  test("is who wrote it, what it is called and what its calendar part answers", async () => {
    expect(await readMail(replyMail())).toEqual({
      messageId: "answer-1@example.org",
      from: "jugendamt@example.org",
      subject: "Zugesagt: Fallkonferenz K-7F3Q9",
      sender: "unknown",
      reply: {
        uid: "K-7F3Q9.1@kim.example.org",
        attendee: "jugendamt@example.org",
        participation: "accepted",
        sequence: 0,
        stampedAt: Date.parse("2026-10-27T10:11:12Z"),
      },
      about: [],
      automatic: undefined,
      words: "Wir kommen.",
    });
  });

  test("is read in the charset that it is written in", async () => {
    const mail = await readMail(replyMail({ charset: "latin1", partstat: "DECLINED" }));
    expect(mail.reply?.participation).toBe("declined");
  });

  test("without a calendar part answers nothing", async () => {
    const plain = Buffer.from("From: a@example.org\r\nSubject: Frage\r\n\r\nWann genau?\r\n");
    expect(await readMail(plain)).toMatchObject({
      from: "a@example.org",
      subject: "Frage",
      reply: undefined,
    });
  });

  test("has no sender if it names two, or none", async () => {
    expect((await readMail(replyMail({ from: "a@example.org, jugendamt@example.org" }))).from).toBe("");
    expect((await readMail(Buffer.from("Subject: x\r\n\r\n"))).from).toBe("");
  });

  test("is proven or forged by the word of our own server alone", async () => {
    const sender = async (...headers: string[]) =>
      (await readMail(replyMail({ headers }), "mx.example.org")).sender;
    expect(
      await sender("Authentication-Results: mx.example.org; spf=pass; dmarc=pass header.from=example.org"),
    ).toBe("proven");
    expect(await sender("Authentication-Results: mx.example.org 1;\r\n dkim=none;\r\n dmarc=fail")).toBe(
      "failed",
    );
    expect(await sender("Authentication-Results: evil.example.com; dmarc=pass")).toBe("unknown");
    expect(
      await sender(
        "Authentication-Results: mx.example.org; dmarc=fail",
        "Authentication-Results: mx.example.org; dmarc=pass",
      ),
    ).toBe("failed");
    expect(await sender()).toBe("unknown");
  });

  test("may be rubbish", async () => {
    expect(await readMail(Buffer.from([0, 255, 13, 10, 1]))).toMatchObject({ from: "", reply: undefined });
  });
});
