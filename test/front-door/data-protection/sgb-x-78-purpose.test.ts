import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readAudit } from "../../../casework/audit/audit.js";
import { caseRecord } from "../../../casework/case/case.js";
import { conferenceRecord } from "../../../casework/conference/conference.js";
import { invite } from "../../../casework/conference/invitations.js";
import { withdrawConsents } from "../../../casework/consent/commands.js";
import { guest } from "../../../casework/staff/staff.js";
import { beginWork } from "../../../casework/store/unit-of-work.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { eventually } from "../eventually.js";
import { mailsAbout, to } from "../mail-folder.js";
import { addressOf, plannedConference } from "../planned-conference.js";

/** § 78 SGB X, Art. 5(1)b DSGVO: whom consent covers is invited, for the purpose that the invitation names. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

test("each invitation carries the purpose, and says nothing of the case but its id", async () => {
  const { caseId } = await plannedConference(bot);
  const mail = to(await mailsAbout(bot, caseId, 3), addressOf("JC-Eschweiler"));
  expect(mail.text).toContain("§ 78 SGB X");
  expect(mail.text).toContain("Zweck");
  for (const content of ["5 Pers", "Bürgergeld", "Kita", "Wohngeld"])
    expect(mail.text).not.toContain(content);
});

test("whom consent does not cover is not invited: the reason is said, and what else is possible", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Eschweiler, Bürgergeld, Kita");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const handover = await person.says(`EWE Jobcenter ${id} schriftl. heute, beide Richtungen`);
  await person.presses(handover, "Speichern", { informed: "true", purpose: "handover" });
  const asked = await person.says(`FaKo für ${id} mit Jobcenter`);
  expect(asked.text).toContain("Ohne sie lade ich nicht ein (§ 78 SGB X)");
  expect((await person.says(`Einwilligungen zu ${id}`)).text).toContain("gilt nicht für diesen Zweck");
});

test("consent is looked at again at the very moment of sending", async () => {
  const { caseId, conferenceId } = await plannedConference(bot);
  await mailsAbout(bot, caseId, 3);
  // Consent ends without the conference being told, as when its last day has passed; the invitation comes again.
  const { store, keyring, clock } = bot.ledger;
  const unit = beginWork(store, keyring, clock());
  const entry = await unit.read(caseRecord, caseId);
  const conference = await unit.read(conferenceRecord, conferenceId);
  const seat = conference?.participants.find(({ id }) => id === "JC-Eschweiler");
  if (!entry || !conference || !seat) throw new Error("not planned");
  const ids = entry.consents.filter(({ recipient }) => recipient === seat.id).map(({ id }) => id);
  await withdrawConsents(unit, guest("someone", "someone"), entry, ids);
  const again = { ...conference, sequence: conference.sequence + 1 };
  await unit.write(conferenceRecord, conferenceId, again);
  await invite(unit, again, [seat]);
  await store.commit(unit.batch());
  await eventually("the dropped invitation", async () => {
    const audit = await bot.peek((look) => readAudit(look, 20));
    return audit.find(({ action, subject }) => action === "invitation-dropped" && subject === caseId);
  });
  expect(await mailsAbout(bot, caseId, 3)).toHaveLength(3);
});
