import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startMailServer } from "../adapters/mail/mail-server.js";
import { startProxy, type TcpProxy } from "../adapters/storage/tcp-proxy.js";
import { type Bot, startBot } from "./bot.js";
import { calendarOf } from "./calendar-part.js";
import { eventually } from "./eventually.js";
import { plannedConference } from "./planned-conference.js";

/** What the line to the mail server does to invitations; the server itself is well. */

let smtp: Awaited<ReturnType<typeof startMailServer>>;
let line: TcpProxy;
let bot: Bot;
beforeAll(async () => {
  smtp = await startMailServer();
  line = await startProxy(Number(new URL(smtp.url).port));
  bot = await startBot({ SMTP_URL: `smtp://127.0.0.1:${line.port}` });
});
afterAll(async () => {
  await bot.close();
  await line.stop();
  await smtp.close();
});

const about = (id: string) => smtp.received.filter(({ parsed }) => parsed.subject?.includes(id));
const received = (id: string, count: number) =>
  eventually(`${count} mails about ${id}`, async () => (about(id).length >= count ? about(id) : undefined));
const idsOf = (mails: ReturnType<typeof about>) => mails.map(({ parsed }) => parsed.messageId);

test("a mail server that can't be reached for a while gets each invitation once, when it can", async () => {
  line.cut();
  const { caseId } = await plannedConference(bot);
  await eventually("a try in vain", async () => bot.logged().includes("job-not-done") || undefined);
  line.mend();
  const mails = await received(caseId, 3);
  expect(new Set(idsOf(mails)).size).toBe(3);
  expect(mails).toHaveLength(3);
}, 60_000);

test("a mail whose acceptance was lost on the line comes again as the same mail and the same calendar entry", async () => {
  line.loseReplyTo("\r\n.\r\n");
  const { caseId } = await plannedConference(bot);
  const mails = await received(caseId, 4);
  expect(new Set(idsOf(mails)).size).toBe(3);
  const entries = mails.map(({ parsed }) => calendarOf(parsed));
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  expect(new Set(entries.map(({ method, sequence }) => `${method} ${sequence}`))).toEqual(
    new Set(["REQUEST 0"]),
  );
}, 60_000);
