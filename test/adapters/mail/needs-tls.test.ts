import { describe, expect, test } from "@jest/globals";
import { needsTls } from "../../../adapters/mail/needs-tls.js";

describe("mail in the clear", () => {
  test.each([
    "smtp://localhost:1025",
    "smtp://127.0.0.1:1025",
    "imap://[::1]:1143",
    "smtp://a.example.org?ignoreTLS=true",
  ])("may go to %s", (url) => {
    expect(needsTls(url)).toBe(false);
  });

  test.each([
    "smtp://mail.example.org:25",
    "smtp://127.example.org",
    "smtp://localhost.example.org",
    "imap://10.0.0.1",
  ])("never goes to %s", (url) => {
    expect(needsTls(url)).toBe(true);
  });
});
