import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { kim } from "../commands.js";

/** Art. 15 DSGVO: what is kept about a case comes out whole, and outside the demo only with the owner's release. */

const key = Buffer.alloc(32, 9).toString("base64");
let bot: Bot;
let owner: Person;
let id: string;
let env: Readonly<Record<string, string>>;
let production: Record<string, string>;

beforeAll(async () => {
  bot = await startBot({ KIM_MASTER_KEY: key });
  owner = bot.wire.person("Case Management Eschweiler");
  env = bot.env;
  production = {
    ...env,
    MicrosoftAppId: "11111111-1111-4111-8111-111111111111",
    MicrosoftAppPassword: "secret",
    MicrosoftAppTenantId: "22222222-2222-4222-8222-222222222222",
  };
  const form = await owner.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
  id = caseIdIn((await owner.presses(form, "Anlegen")).text);
  for (let i = 1; i <= 25; i++) await owner.says(`Notiz zu ${id}: Besuch Nummer ${i} im Rathaus`);
  await owner.says(`Maßnahme zu ${id}: Kita-Navigator ausfüllen bis 12.03.2031`);
}, 60_000);
afterAll(() => bot.close());

const told = (part: string) =>
  bot.wire.connector.saw(
    ({ conversation, raw }) => conversation === owner.conversation && raw.includes(part),
  );

test("the export is whole: text for the file of record, JSON for machines, with disclosures and accesses", async () => {
  const text = await kim(env, "case", "export", id);
  expect(text).toMatchObject({ code: 0, err: "" });
  for (let i = 1; i <= 25; i++) expect(text.out).toContain(`Besuch Nummer ${i} im Rathaus`);
  expect(text.out).toContain("Kita-Navigator ausfüllen");
  expect(text.out).toContain("4 Pers.");
  const file = join(bot.dataDir, "export.json");
  const said = await kim(env, "case", "export", id.slice(2).toLowerCase(), "--json", "--out", file);
  expect(said.code).toBe(0);
  const exported = JSON.parse(await readFile(file, "utf8"));
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(exported.case.measures).toMatchObject([{ what: "Kita-Navigator ausfüllen", due: "2031-03-12" }]);
  expect(exported.notes.length).toBeGreaterThanOrEqual(25);
  expect(exported.disclosures).toEqual([]);
  const actions = exported.audit.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(expect.arrayContaining(["case-created", "note-added", "case-exported"]));
  await told("vollständig ausgegeben");
});

test("an unknown id fails, a wrong one is called wrongly", async () => {
  expect((await kim(env, "case", "export", "K-00000")).code).toBe(1);
  expect((await kim(env, "case", "export", "Eschweiler")).code).toBe(2);
});

test("outside the demo the owner releases it on a card, for a day", async () => {
  const asked = await kim(production, "case", "export", id);
  expect(asked).toMatchObject({ code: 1, out: "" });
  expect(asked.err).toContain("Freigabe angefragt");
  const { activity } = await told("Export freigeben");
  expect((await kim(production, "case", "export", id)).code).toBe(1);
  const [attachment] = activity.attachments as { content: Record<string, unknown> }[];
  const card = attachment?.content ?? {};
  const stranger = bot.wire.person("Case Management Stolberg");
  await stranger.presses(card, "Export freigeben");
  expect((await kim(production, "case", "export", id)).code).toBe(1);
  const released = await owner.presses(card, "Export freigeben");
  expect(released.text).toContain("24 Stunden");
  const exported = await kim(production, "case", "export", id);
  expect(exported.code).toBe(0);
  expect(exported.out).toContain("Besuch Nummer 25");
});

test("in the chat the owner copies it page by page, nothing left out; others get what an unknown id gets", async () => {
  let page = await owner.says(`Export ${id}`);
  let text = page.text;
  while (page.text.includes("Weiter")) {
    page = await owner.presses(page, "Weiter");
    text += page.text;
  }
  for (let i = 1; i <= 25; i++) expect(text).toContain(`Besuch Nummer ${i} im Rathaus`);
  const stranger = bot.wire.person("Case Management Stolberg");
  const unknown = await stranger.says("Export K-00000");
  expect((await stranger.says(`Export ${id}`)).text).toBe(unknown.text.replace("K-00000", id));
});
