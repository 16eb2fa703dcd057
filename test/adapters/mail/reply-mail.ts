/** An answer as a calendar program mails it: the person's words, and the iTIP part as an alternative. */
export function replyMail(
  options: { from?: string; partstat?: string; charset?: BufferEncoding; headers?: readonly string[] } = {},
): Buffer {
  const { from = "Jugendamt Eschweiler <jugendamt@example.org>", partstat = "ACCEPTED" } = options;
  const charset = options.charset === "latin1" ? "iso-8859-1" : "utf-8";
  const calendar = [
    "BEGIN:VCALENDAR",
    "METHOD:REPLY",
    "VERSION:2.0",
    "PRODID:-//test//DE",
    "BEGIN:VEVENT",
    "UID:K-7F3Q9.1@kim.example.org",
    "DTSTAMP:20261027T101112Z",
    "SEQUENCE:0",
    "SUMMARY:Würselen sagt zu",
    `ATTENDEE;PARTSTAT=${partstat}:mailto:jugendamt@example.org`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  const text = [
    ...(options.headers ?? []),
    `From: ${from}`,
    "To: KIM-Assistent <kim@example.org>",
    "Subject: =?utf-8?Q?Zugesagt:_Fallkonferenz_K-7F3Q9?=",
    "Message-ID: <answer-1@example.org>",
    "Date: Tue, 27 Oct 2026 10:11:12 +0000",
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="b1"',
    "",
    "--b1",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Wir kommen.",
    "--b1",
    `Content-Type: text/calendar; charset=${charset}; method=REPLY`,
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(calendar, options.charset ?? "utf8").toString("base64"),
    "--b1--",
    "",
  ];
  return Buffer.from(text.join("\r\n"));
}
