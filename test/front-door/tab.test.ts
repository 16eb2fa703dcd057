import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readAudit } from "../../casework/audit/audit.js";
import { readFeedback } from "../../knowledge/documents/feedback.js";
import { tabOf } from "../wire/tab.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

const eschweiler = "00000000-0000-4000-8000-000000000001";
const stolberg = "00000000-0000-4000-8000-000000000002";
const coordinator = "00000000-0000-4000-8000-000000000003";
const partner = "00000000-0000-4000-8000-000000000011";

let bot: Bot;
let caseId: string;

beforeAll(async () => {
  bot = await startBot();
  const person = bot.wire.person("Case Management Eschweiler", { id: eschweiler });
  const form = await person.says("Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung");
  caseId = caseIdIn((await person.presses(form, "Anlegen")).text);
});
afterAll(() => bot.close());

const person = () => bot.wire.person("Case Management Eschweiler", { id: eschweiler });

describe("the tab", () => {
  test("lets nobody in who has not said who they are, and shows what each role works with", async () => {
    const unknown = await fetch(`${bot.url}/tab/api/cases`);
    expect(unknown.status).toBe(401);
    expect((await fetch(`${bot.url}/tab/api/turn`, { method: "POST" })).status).toBe(401);
    const pages = async (id: string) => (await tabOf(bot.url, id).get("me")).body as { pages: string[] };
    expect((await pages(eschweiler)).pages).toEqual(["day", "cases", "conferences", "offices"]);
    expect((await pages(coordinator)).pages).toEqual(["figures", "offices"]);
    expect((await pages(partner)).pages).toEqual(["offices"]);
  });

  test("shows a case to whoever leads it, and to others what an unknown one shows", async () => {
    const mine = tabOf(bot.url, eschweiler);
    expect((await mine.get("cases")).text).toContain(`${caseId} · Eschweiler · 5 Pers.`);
    expect(await mine.get(`notes?case=${caseId}`)).toMatchObject({ status: 200 });
    for (const other of [stolberg, coordinator, partner]) {
      const tab = tabOf(bot.url, other);
      const foreign = await tab.get(`notes?case=${caseId}`);
      expect(foreign).toEqual(await tab.get("notes?case=K-00000"));
      expect(foreign.status).toBe(404);
      expect((await tab.get("cases")).text).not.toContain(caseId);
      const shown = await tab.presses("case.show", { caseId });
      const guessed = await tab.presses("case.show", { caseId: "K-00000" });
      expect(shown.text.replaceAll(caseId, "K-00000")).toBe(guessed.text);
    }
  });

  test("does what the chat does: a case from a sentence, once however often the press comes", async () => {
    const tab = tabOf(bot.url, eschweiler);
    const form = await tab.says("Neuer Fall: 1 Pers. Alsdorf, Wohngeld");
    const nonce = /"nonce":"([^"]+)"/.exec(form.text)?.[1];
    const press = {
      id: "7f4f0c0e-3f0b-4d6c-9b57-0a3d3c6e8c11",
      action: "case.create",
      nonce,
      fields: JSON.stringify({ place: "05334004", topics: "wohngeld", household: "1" }),
    };
    const first = await tab.turn(press);
    const again = await tab.turn(press);
    const created = caseIdIn(first.text);
    expect(again.text).toContain(created);
    const lines = (await tab.get("cases")).text.split(created).length - 1;
    expect(lines).toBe(2); // The id and the label of one line.
  });

  test("shows a note that was written in the chat, and says when there is nothing new", async () => {
    const tab = tabOf(bot.url, eschweiler);
    const before = (await tab.get(`notes?case=${caseId}`)).body as { seen: string };
    expect((await tab.get(`notes?case=${caseId}&seen=${before.seen}`)).body).toBe("unchanged");
    await person().says(`Notiz zu ${caseId}: Unterlagen für die Kita sind vollständig`);
    const after = await tab.get(`notes?case=${caseId}&seen=${before.seen}`);
    expect(after.text).toContain("Unterlagen für die Kita sind vollständig");
  });

  test("leaves the entries in the audit that the chat leaves", async () => {
    await tabOf(bot.url, eschweiler).get(`notes?case=${caseId}`);
    await tabOf(bot.url, stolberg).get(`notes?case=${caseId}`);
    const entries = await bot.peek((unit) => readAudit(unit, 20));
    const seen = entries
      .filter(({ subject }) => subject === caseId)
      .map(({ person: who, action }) => [who, action]);
    expect(seen).toContainEqual([eschweiler, "notes-read"]);
    expect(seen).toContainEqual([stolberg, "case-refused"]);
  });

  test("finds offices while one types, without names that were typed along", async () => {
    const tab = tabOf(bot.url, coordinator);
    const found = await tab.get(`offices?q=${encodeURIComponent("jugendamt baesweiler")}`);
    expect(found.text).toContain("A 51");
    const named = await tab.get(
      `offices?q=${encodeURIComponent("Frau Beispielmann, geb. 01.02.1990, Wohngeld Stolberg")}`,
    );
    expect(named.text).not.toContain("1990");
  });

  test("shows coordinators what was not found, small counts left out, and nobody else", async () => {
    const reports = person();
    for (let i = 0; i < 6; i++) {
      const form = await reports.says("Neuer Fall: 3 Pers. Eschweiler, Kita");
      const id = caseIdIn((await reports.presses(form, "Anlegen")).text);
      await reports.says(`kein Angebot gefunden für Kita in Eschweiler zu ${id}`);
      if (i === 0) await reports.says(`kein Angebot gefunden für Wohngeld in Eschweiler zu ${id}`);
    }
    const { table } = (await tabOf(bot.url, coordinator).get("gaps")).body as {
      table: { rows: string[]; cells: (number | string)[][] };
    };
    expect(Object.fromEntries(table.rows.map((row, i) => [row, table.cells[i]?.[0]]))).toEqual({
      "Kita-/Tagespflegeplatz": 6,
      Wohngeld: "small",
    });
    for (const other of [eschweiler, partner]) {
      expect((await tabOf(bot.url, other).get("gaps")).status).toBe(404);
    }
  });

  test("keeps what an answer from the documents was worth", async () => {
    const tab = tabOf(bot.url, eschweiler);
    const question = "Welche Phasen hat das Case Management?";
    expect((await tab.says(question)).body).toMatchObject({ replies: [{ feedback: true }] });
    const id = "7f4f0c0e-3f0b-4d6c-9b57-0a3d3c6e8c12";
    for (const _twice of [1, 2]) {
      expect(await tab.turn({ id, reaction: "dislike" })).toMatchObject({
        status: 200,
        body: { replies: [] },
      });
    }
    const kept = await bot.peek((unit) => readFeedback(unit, 10));
    expect(kept).toEqual([
      expect.objectContaining({ reaction: "dislike", comment: "", about: { question, model: "none" } }),
    ]);
    expect((await tab.turn({ reaction: "meh" })).status).toBe(400);
  });

  test("takes nothing that is no turn", async () => {
    const tab = tabOf(bot.url, eschweiler);
    expect((await tab.turn({ id: "no-uuid", text: "Hallo" })).status).toBe(400);
    expect((await tab.turn({ text: "   " })).status).toBe(400);
    expect((await tab.turn({ action: "case.show", fields: "[1" })).status).toBe(400);
    expect((await tab.turn({ action: "case.show", fields: '{"caseId":{}}' })).status).toBe(400);
  });

  test("comes with a policy that runs no foreign script, in frames of Teams only", async () => {
    const page = await fetch(`${bot.url}/tab/`);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'self' https://teams.microsoft.com");
    const script = await fetch(`${bot.url}/tab/tab.js`);
    expect(script.headers.get("content-type")).toContain("javascript");
    const etag = script.headers.get("etag") ?? "";
    expect((await fetch(`${bot.url}/tab/tab.js`, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await fetch(`${bot.url}/tab/..%2F..%2Fpackage.json`)).status).toBe(404);
  });
});
