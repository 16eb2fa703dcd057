import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { notesOf } from "../../casework/case/notes.js";
import type { Person, Turn } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";
import { eventually } from "./eventually.js";

/** Teams tells of an edit or a deletion under the id of the message. */

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot?.close());

/** Which messages answered is written down a moment later, and nobody edits that fast. */
async function writtenDown({ sent }: Turn): Promise<void> {
  await eventually("the mark of what was answered", async () => {
    for await (const key of bot.ledger.store.keys("sent/")) if (key.endsWith(`/${sent.id}`)) return key;
    return undefined;
  });
}

let count = 0;
async function edit(person: Person, turn: Turn, text: string): Promise<Turn> {
  await writtenDown(turn);
  const { sent } = turn;
  count += 1;
  const timestamp = new Date(1_800_000_000_000 + count).toISOString();
  const channelData = { eventType: "editMessage" };
  return person.sends({ type: "messageUpdate", id: sent.id, timestamp, text, channelData });
}
async function deletes(person: Person, turn: Turn): Promise<Turn> {
  await writtenDown(turn);
  const channelData = { eventType: "softDeleteMessage" };
  return person.sends({ type: "messageDelete", id: turn.sent.id, channelData });
}

async function caseOf(person: Person): Promise<string> {
  const form = await person.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
  return caseIdIn((await person.presses(form, "Anlegen")).text);
}
const notes = (id: string) =>
  bot.peek(async (unit) => {
    const { notes } = await notesOf(unit, id, { limit: 20 });
    // The first note is the text that opened the case.
    return notes.map(({ text }) => text).filter((text) => text !== undefined && !text.startsWith("Familie"));
  });
const manager = () => bot.wire.person("Case Management Eschweiler");

describe("an edited message", () => {
  test("that asked something is answered anew in the place of the former answer", async () => {
    const person = manager();
    const first = await person.says("Wohngeld in Stolberg");
    expect(first.text).toContain("Stolberg");
    const again = await edit(person, first, "Wohngeld in Eschweiler");
    expect(again.replies).toEqual([]);
    expect(again.updates).toHaveLength(1);
    expect(again.updates[0]?.id).toBe(first.replies[0]?.id);
    expect(again.text).toContain("Eschweiler");
    // The same edit once more, as after a lost answer, shows nothing twice.
    const redelivered = await person.redelivers();
    expect(redelivered.replies.length + redelivered.updates.length).toBe(0);
  });

  test("that opened a form opens it anew in the same place, and the old one is used up", async () => {
    const person = manager();
    const first = await person.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
    const again = await edit(person, first, "Neuer Fall: Familie 6 Pers. Stolberg, Kita");
    expect(again.updates[0]?.id).toBe(first.replies[0]?.id);
    expect(JSON.stringify(again.card)).toContain("Stolberg");
    const made = await person.presses(again, "Anlegen");
    expect(made.text).toContain("6 Pers.");
    expect((await person.presses(first, "Anlegen")).text).not.toMatch(/4 Pers\./);
    // What was saved by hand is the person's own: a further edit makes no second case.
    const late = await edit(person, first, "Neuer Fall: Familie 7 Pers. Alsdorf, Kita");
    expect(late.text).toContain("schon gespeichert oder verworfen");
    expect(JSON.stringify(late.card ?? {})).not.toContain("Anlegen");
  });

  test("that was saved as a note is not changed silently; one tap takes the new version", async () => {
    const person = manager();
    const id = await caseOf(person);
    const first = await person.says(`Notiz zu ${id}: Kita sagt zu ab März`);
    const hint = await edit(person, first, `Notiz zu ${id}: Kita sagt zu ab Mai`);
    expect(await notes(id)).toEqual(["Kita sagt zu ab März"]);
    expect(hint.text).toContain("habe ich nicht geändert");
    const saved = await person.presses(hint, "Neue Fassung speichern");
    expect(saved.text).toContain("Notiz gespeichert");
    expect(await notes(id)).toEqual(["Kita sagt zu ab Mai"]);
    // Pressed twice it is saved once.
    await person.presses(hint, "Neue Fassung speichern");
    expect(await notes(id)).toEqual(["Kita sagt zu ab Mai"]);
    // And edited once more it is known to have been saved.
    const second = await edit(person, first, `Notiz zu ${id}: Kita sagt zu ab Juni`);
    expect(second.text).toContain("habe ich nicht geändert");
    await person.presses(second, "Rückgängig");
    expect(await notes(id)).toEqual([]);
  });

  test("that became a command by its edit is saved once", async () => {
    const person = manager();
    const id = await caseOf(person);
    const first = await person.says("Wohngeld in Eschweiler");
    const saved = await edit(person, first, `Notiz zu ${id}: Antrag gestellt`);
    expect(saved.text).toContain("Notiz gespeichert");
    const again = await edit(person, first, `Notiz zu ${id}: Antrag gestellt und bestätigt`);
    expect(again.text).toContain("habe ich nicht geändert");
    expect(await notes(id)).toEqual(["Antrag gestellt"]);
  });

  test("whose action is not the last any more says so and offers the case instead", async () => {
    const person = manager();
    const id = await caseOf(person);
    const first = await person.says(`Notiz zu ${id}: erst dies`);
    await person.says(`Notiz zu ${id}: dann das`);
    const hint = await edit(person, first, `Notiz zu ${id}: erst jenes`);
    expect(JSON.stringify(hint.card)).not.toMatch(/Rückgängig|Neue Fassung/);
    expect((await person.presses(hint, "Öffnen")).text).toContain(id);
  });

  test("that never came before is answered like any other, and the late original no more", async () => {
    const person = manager();
    const sent = { id: "1:never-came", text: "Wohngeld in Stolberg" };
    const channelData = { eventType: "editMessage" };
    const edited = await person.sends({
      ...sent,
      type: "messageUpdate",
      text: "Wohngeld in Eschweiler",
      channelData,
    });
    expect(edited.replies).toHaveLength(1);
    expect(edited.text).toContain("Eschweiler");
    await writtenDown(edited);
    const late = await person.sends(sent);
    expect(late.replies).toEqual([]);
  });

  test("is cleaned like any other", async () => {
    const person = manager();
    const first = await person.says("Wohngeld in Eschweiler");
    const again = await edit(person, first, "Wohngeld in Eschweiler für Frau Erika Mustermann");
    expect(again.text).toContain("Nicht gespeichert");
    expect(again.text).not.toContain("Mustermann");
  });

  test("whose text is the same – a preview of a link came – is met with silence, also after an edit", async () => {
    const person = manager();
    const id = await caseOf(person);
    const first = await person.says(`Notiz zu ${id}: siehe https://www.example.org/antrag`);
    const same = await edit(person, first, `Notiz zu ${id}: siehe https://www.example.org/antrag`);
    expect(same.replies.length + same.updates.length).toBe(0);
    const other = `Notiz zu ${id}: siehe https://www.example.org/bescheid`;
    expect((await edit(person, first, other)).replies).toHaveLength(1);
    expect((await edit(person, first, other)).replies).toEqual([]);
    // Back to the first text is a change again.
    expect(
      (await edit(person, first, `Notiz zu ${id}: siehe https://www.example.org/antrag`)).replies,
    ).toHaveLength(1);
  });

  test("of somebody else in a group shows nothing of a case", async () => {
    const person = bot.wire.person("Case Management Eschweiler", { scope: "groupChat" });
    const first = await person.says("Wohngeld in Eschweiler");
    const again = await edit(person, first, "meine Fälle");
    expect(again.text).toContain("nur im Einzelchat");
  });
});

describe("a deleted message", () => {
  test("that was saved stays saved, and can be taken back", async () => {
    const person = manager();
    const id = await caseOf(person);
    const first = await person.says(`Notiz zu ${id}: versehentlich geschrieben`);
    const told = await deletes(person, first);
    expect(told.replies).toHaveLength(1);
    expect(told.text).toContain("bleibt stehen");
    expect(told.text).toContain("Zehn Minuten");
    expect(await notes(id)).toEqual(["versehentlich geschrieben"]);
    await person.presses(told, "Rückgängig");
    expect(await notes(id)).toEqual([]);
  });

  test("takes its open form along", async () => {
    const person = manager();
    const first = await person.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
    const told = await deletes(person, first);
    expect(told.updates[0]?.id).toBe(first.replies[0]?.id);
    expect(told.text).toContain("verworfen");
    const late = await person.presses(first, "Anlegen");
    expect(late.text).not.toContain("K-");
  });

  test("that only asked something is met with silence, as are its return and a reaction", async () => {
    const person = manager();
    const first = await person.says("Wohngeld in Eschweiler");
    const others = [
      await deletes(person, first),
      await person.sends({
        type: "messageUpdate",
        id: first.sent.id,
        text: "Wohngeld in Eschweiler",
        channelData: { eventType: "undeleteMessage" },
      }),
      await person.sends({ type: "messageReaction", reactionsAdded: [{ type: "like" }] }),
    ];
    for (const { status, replies, updates } of others) {
      expect(status).toBe(200);
      expect(replies.length + updates.length).toBe(0);
    }
  });
});
