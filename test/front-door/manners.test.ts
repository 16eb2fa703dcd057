import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { transact } from "../../bot/turn/transact.js";
import { caseScope, type RecordKind } from "../../casework/store/record.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

/** What the store asks of a bot's manners (Teams store validation), and what people expect of a colleague. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot?.close());

const account = { id: "28:kim", name: "KIM-Assistent" };

describe("a welcome", () => {
  test("comes once, however often and with whomever Teams tells of the installation", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const added = {
      type: "conversationUpdate",
      membersAdded: [{ id: "29:someone" }, account, { id: "29:other" }],
    };
    const told = [
      person.sends(added),
      person.sends({ type: "installationUpdate", action: "add" }),
      person.sends({ ...added, membersAdded: [account] }),
    ];
    const first = (await Promise.all(told)).flatMap(({ replies }) => replies);
    expect(first).toHaveLength(1);
    expect(first[0]?.text).toContain("hier ist KIM-Assistent");
    // Taken out and put in again it stays silent: the person knows it already.
    await person.sends({ type: "installationUpdate", action: "remove" });
    expect((await person.installs()).replies).toEqual([]);
  });

  test("is not for others who join", async () => {
    const person = bot.wire.person("Koordination", { scope: "groupChat" });
    const joined = await person.sends({ type: "conversationUpdate", membersAdded: [{ id: "29:someone" }] });
    expect(joined).toMatchObject({ status: 200, replies: [] });
  });
});

test.each([
  ["Hi", "de-DE"],
  ["Hallo", "de-DE"],
  ["Hilfe", "de-DE"],
  ["Guten Tag", "de-DE"],
  ["Hi", "en-US"],
  ["Hello", "en-GB"],
  ["Help", "en-US"],
  ["?", "en-GB"],
])("„%s“ in %s is answered with one message that says what can be done", async (text, locale) => {
  const answer = await bot.wire.person("Case Management", { locale }).says(text);
  expect(answer.replies).toHaveLength(1);
  expect(answer.text).toContain(
    locale.startsWith("de") ? "So können Sie schreiben" : "You can write like this",
  );
  // It was quick, so that nobody was shown a sign of typing.
  expect(answer.typing).toBe(0);
});

describe("in a channel", () => {
  const at = `<at>${account.name}</at>`;
  const entities = [{ type: "mention", mentioned: account, text: at }];
  test.each([
    [`${at} Wohngeld in Eschweiler`],
    [`Wohngeld in Eschweiler ${at}`],
    [`${at}\u00a0Wohngeld in Eschweiler\n`],
    [`Hallo ${at}, Wohngeld in Eschweiler?`],
  ])("„%s“ is answered, the mention left out", async (text) => {
    const person = bot.wire.person("Koordination", { scope: "channel" });
    const answer = await person.sends({ text, entities });
    expect(answer.replies).toHaveLength(1);
    expect(answer.text).toContain("Wohngeld");
    expect(answer.text).not.toContain("<at>");
  });

  test("a mention alone is answered too", async () => {
    const answer = await bot.wire.person("Koordination", { scope: "channel" }).sends({ text: at, entities });
    expect(answer.replies).toHaveLength(1);
  });
});

test("one message, not several: whatever is said, and with whatever was left out of it", async () => {
  const person = bot.wire.person("Case Management Eschweiler");
  const form = await person.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  for (const text of [
    "Wohngeld in Eschweiler für Frau Erika Mustermann, geb. 03.04.1980",
    `Notiz zu ${id}: Frau Erika Mustermann hat Diabetes`,
    `Maßnahme zu ${id}: Antrag stellen bis 31.02.`,
    `FaKo für ${id} mit Jobcenter und ABH nächste Woche`,
    `Einwilligungen zu ${id}`,
    "Grundsicherung",
    "Notiz: angerufen",
    "meine Fälle",
    "abbrechen",
    "rückgängig",
    "xyzzy",
  ]) {
    expect({ text, replies: (await person.says(text)).replies.length }).toEqual({ text, replies: 1 });
  }
});

describe("a card from before an update", () => {
  /** As `dialogs/draft.ts` stores it, with data of whatever shape a former version gave it. */
  const draftRecord: RecordKind<unknown> = {
    name: "draft",
    schema: z.unknown(),
    schemaVersion: 1,
    scopes: (nonce) => [caseScope(nonce.slice(0, nonce.indexOf(".")))],
  };

  test("is met with a friendly word, and nothing that was typed into it is lost", async () => {
    const person = bot.wire.person("Case Management Eschweiler");
    const form = await person.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
    const id = caseIdIn((await person.presses(form, "Anlegen")).text);
    const card = await person.says(`Notiz zu ${id}`);
    const nonce = /"nonce":"([^"]+)"/.exec(JSON.stringify(card.card))?.[1] ?? "";
    const now = bot.ledger.clock();
    await transact(bot.ledger, { once: [], now, deadline: now + 5_000 }, async (unit) => {
      const draft = (await unit.read(draftRecord, nonce)) as Record<string, unknown>;
      await unit.write(draftRecord, nonce, { ...draft, data: { case: id, shape: "of last year" } });
    });
    const typed = "Die Kita nimmt das Kind ab März, Zusage liegt vor";
    const answer = await person.presses(card, "Speichern", { free_note: typed });
    expect(answer.text).toContain("aus einer früheren Version");
    expect(answer.text).toContain(typed);
    // The card itself stands as it was, with what was typed.
    expect(answer.replacement).toBeUndefined();
    expect((await person.says(`Verlauf ${id}`)).text).not.toContain(typed);
  });
});
