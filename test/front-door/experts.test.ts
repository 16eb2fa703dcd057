import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { remindOfQuestion } from "../../bot/outbox/remind-expert.js";
import { transact } from "../../bot/turn/transact.js";
import { putStaff, type Role } from "../../casework/staff/staff.js";
import { listEntries, removeEntry } from "../../knowledge/experts/entries.js";
import { questionsOf } from "../../knowledge/experts/expert-question.js";
import { createWire, type Message, type Person } from "../wire/person.js";
import { type Bot, startBot } from "./bot.js";

let bot: Bot;
let asker: Person;
let keeper: Person;
beforeAll(async () => {
  bot = await startBot();
  asker = await staff("case-manager", "KIM Eschweiler", "");
  // On the list before the samples' contacts of the same Rechtskreis: the order is that of the ids.
  keeper = await staff(
    "partner",
    "Wohngeldstelle Musterstadt",
    "WOHN",
    "00000000-0000-4000-8000-000000000000",
  );
  await keeper.says("Hallo");
});
afterAll(() => bot.close());

async function staff(role: Role, agency: string, rechtskreis: string, id?: string): Promise<Person> {
  const person = bot.wire.person(agency, id ? { id } : {});
  await write((unit) =>
    putStaff(unit, { id: person.id, name: agency, email: "", role, agency, rechtskreis }),
  );
  return person;
}

function write(work: Parameters<typeof transact<void>>[2]) {
  const now = bot.ledger.clock();
  return transact(bot.ledger, { once: [], now, deadline: now + 5_000 }, work);
}

/** What the bot wrote to a person unasked, with words in it. */
async function told(person: Person, words: string): Promise<Message> {
  const { activity, id = "" } = await bot.wire.connector.saw(
    ({ conversation, raw, method }) =>
      conversation === person.conversation && method === "POST" && raw.includes(words),
  );
  const [attachment] = (activity.attachments ?? []) as { content?: Message["card"] }[];
  const card = attachment?.content;
  return { id, activity, ...(card ? { card } : {}), text: JSON.stringify(activity) };
}

const NONSENSE = "Welche Farbe hat der Quastelfink im Schaltjahr um drei?";

async function ask(question: string, publish: boolean) {
  // The documents have something about it, and it does not answer.
  const quoted = await asker.says("Wie lange dauert ein Wohnberechtigungsschein in Eschweiler?");
  const form = await asker.presses(quoted, "Fachstelle fragen");
  expect(form.text).toContain("Wohngeldstelle Musterstadt");
  return asker.presses(form, "Frage senden", { free_question: question, publish });
}

describe("Fachstelle fragen", () => {
  test("the question goes to the keeper of the topic, the answer comes back and, both agreed, into the documents", async () => {
    const question = "Gibt es im Schaltjahr einen Sonderbonus Quastelfink? Frau Erika Mustermann fragt.";
    const sent = await ask(question, true);
    expect(sent.text).toContain("Wohngeldstelle Musterstadt");
    const request = await told(keeper, "Eine Frage an Ihre Fachstelle");
    expect(request.text).toContain("KIM Eschweiler");
    expect(request.text).not.toContain("Mustermann");
    expect((await asker.says("meine Fragen")).text).toContain("wartet auf Antwort");

    const answer = "Der Sonderbonus Quastelfink beträgt 29 Euro und wird nur im Schaltjahr gezahlt.";
    const done = await keeper.presses(request, "Antwort senden", { free_answer: answer, publish: true });
    expect(done.text).toContain("steht ab jetzt in den Unterlagen");
    const back = await told(asker, "Antwort der Fachstelle");
    expect(back.text).toContain("29 Euro");

    const mine = await asker.says("meine Fragen");
    expect(mine.text).toContain("beantwortet · steht in den Unterlagen");
    const found = await bot.wire
      .person("Case Management Stolberg")
      .says("Was ist der Sonderbonus Quastelfink?");
    expect(found.text).toContain("29 Euro");
    expect(found.text).toMatch(/Fachauskunft: Wohngeldstelle Musterstadt.*\d{2}\.\d{2}\.\d{4}/);

    // A second press changes nothing.
    const again = await keeper.presses(request, "Antwort senden", { free_answer: "Anders.", publish: true });
    expect(again.text).toContain("schon beantwortet");

    const [entry] = await bot.peek(listEntries);
    expect(entry?.text).toContain("29 Euro");
    await write(async (unit) => {
      expect(await removeEntry(unit, entry?.id ?? "")).toBe(true);
    });
    expect((await asker.says("Was ist der Sonderbonus Quastelfink?")).text).toContain(
      "Steht nicht in den Unterlagen",
    );
  });

  test("without the asker's tick nothing is published, until the asker agrees", async () => {
    await ask("Gilt der Bonus Drosselbart?", false);
    const request = await told(keeper, "Drosselbart");
    const done = await keeper.presses(request, "Antwort senden", {
      free_answer: "Drosselbart gilt ab Mai.",
      publish: true,
    });
    expect(done.text).not.toContain("Unterlagen");
    const back = await told(asker, "Drosselbart gilt");
    expect(await bot.peek(listEntries)).toHaveLength(0);
    expect((await asker.presses(back, "In die Unterlagen übernehmen")).text).toContain("steht ab jetzt");
    expect((await bot.peek(listEntries)).map(({ text }) => text)).toEqual(["Drosselbart gilt ab Mai."]);
  });

  test("without the keeper's tick nothing is published, and the asker cannot force it", async () => {
    await ask("Gilt der Bonus Rumpelwicht?", true);
    const request = await told(keeper, "Rumpelwicht");
    await keeper.presses(request, "Antwort senden", { free_answer: "Rumpelwicht gilt nie." });
    const back = await told(asker, "Rumpelwicht gilt nie");
    expect(back.text).not.toContain("In die Unterlagen");
    const [{ id } = { id: "" }] = await bot.peek((unit) => questionsOf(unit, asker.id, 1));
    const forced = await asker.sends({
      text: undefined,
      value: { kim: { action: "expert.publish" }, item: id },
    });
    expect(forced.text).toContain("schon beantwortet");
    expect(JSON.stringify(await bot.peek(listEntries))).not.toContain("Rumpelwicht");
  });

  test("a question that names a case is not sent, and stays in the form", async () => {
    const before = (await bot.peek((unit) => questionsOf(unit, asker.id, 50))).length;
    const refused = await ask("Was gilt für K-7F3Q9?", false);
    expect(refused.text).toContain("nennt einen Fall");
    expect(refused.text).toContain("Was gilt für");
    expect(await bot.peek((unit) => questionsOf(unit, asker.id, 50))).toHaveLength(before);
  });

  test("nobody else can answer, and unknown questions are answered alike", async () => {
    await ask("Gilt der Bonus Zwiebelfisch?", false);
    const request = await told(keeper, "Zwiebelfisch");
    const [{ id } = { id: "" }] = await bot.peek((unit) => questionsOf(unit, asker.id, 1));
    const stranger = bot.wire.person("Neugierig");
    const press = (item: string) =>
      stranger.sends({
        text: undefined,
        value: { kim: { action: "expert.answer" }, item, free_answer: "Nein." },
      });
    expect((await press(id)).text).toBe((await press("unbekannt")).text);
    const declined = await keeper.presses(request, "Nicht zuständig");
    expect(declined.text).toContain("nicht zuständig");
    expect((await told(asker, "für Ihre Frage nicht zuständig")).text).toContain("115");
  });

  test("a question of which nobody knows the topic goes to the coordination", async () => {
    const unknown = await asker.says(NONSENSE);
    expect(unknown.text).toContain("Steht nicht in den Unterlagen");
    expect((await asker.presses(unknown, "Fachstelle fragen")).text).toContain("Koordination, KIM");
  });

  test("an open question is brought up again, an answered one is not", async () => {
    await ask("Gilt der Bonus Haselmaus?", false);
    const [{ id } = { id: "" }] = await bot.peek((unit) => questionsOf(unit, asker.id, 1));
    const remind = remindOfQuestion(bot.ledger);
    const outcome = await remind({ question: id, step: "keeper" }, `${id}/keeper`);
    if (outcome.kind !== "done" || !outcome.record) throw new Error("no reminder");
    await write(outcome.record);
    expect((await told(keeper, "Erinnerung: Auf diese Frage")).text).toContain("Haselmaus");
    const request = await told(keeper, "Haselmaus");
    await keeper.presses(request, "Antwort senden", { free_answer: "Haselmaus gilt." });
    expect(await remind({ question: id, step: "asker" }, `${id}/asker`)).toEqual({ kind: "done" });
  });

  test("in a group it is neither offered nor taken", async () => {
    const group = await createWire({ botUrl: bot.url });
    const person = group.person("Gruppe", { scope: "groupChat" });
    const unknown = await person.says(NONSENSE);
    expect(unknown.text).not.toContain("Fachstelle fragen");
    const pressed = await person.sends({
      text: undefined,
      value: { kim: { action: "expert.form" }, about: "x" },
    });
    expect(pressed.text).toContain("nur im Einzelchat");
    await group.close();
  });
});
