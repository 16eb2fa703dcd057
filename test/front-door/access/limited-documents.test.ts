import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ingestDocuments } from "../../../bot/commands/ingest-documents.js";
import { staffRecord } from "../../../casework/staff/staff.js";
import { type Asker, maySee, NOBODY_SPECIAL } from "../../../knowledge/documents/visibility.js";
import type { Turn } from "../../wire/person.js";
import { type Bot, startBot } from "../bot.js";
import { kim } from "../commands.js";
import { type AuthenticatedBot, startAuthenticatedBot } from "./authenticated-bot.js";
import { isAllowed, type Kind, kinds } from "./decisions.js";
import { openMarkedCase } from "./marked-case.js";

/** Documents that are limited to roles or organisations: found on every surface by the same people, and by no others. */

const limited = [
  { word: "Zebravertrag", limit: "rollen: coordinator", meta: { roles: ["coordinator"] } },
  {
    word: "Eulenvertrag",
    limit: "organisationen: Stadt Eschweiler",
    meta: { agencies: ["Stadt Eschweiler"] },
  },
  {
    word: "Dachsvertrag",
    limit: "rollen: [case-manager, partner]\norganisationen: Caritasverband",
    meta: { roles: ["case-manager", "partner"], agencies: ["Caritasverband"] },
  },
];
const question = (word: string) => `Was regelt der ${word}?`;
/** Only in the document itself. */
const answerOf = (word: string) => `Der ${word} regelt die Honorare der Dolmetschdienste`;

let bot: Bot;
let door: AuthenticatedBot;
let folder: string;
const ids = new Map<Kind, string>(kinds.map((kind) => [kind, randomUUID()]));
const idOf = (kind: Kind): string => ids.get(kind) ?? "";

beforeAll(async () => {
  bot = await startBot();
  folder = await mkdtemp(join(tmpdir(), "kim-limited-"));
  const paths = limited.map(({ word }) => join(folder, `${word}.md`));
  for (const [i, { word, limit }] of limited.entries()) {
    const text = `---\ntitle: ${word}\n${limit}\n---\n# ${word}\n\n${answerOf(word)}.\n`;
    await writeFile(paths[i] ?? "", text);
  }
  await ingestDocuments(bot.ledger, paths);
  await openMarkedCase(bot, idOf);
  door = await startAuthenticatedBot(bot);
}, 60_000);
afterAll(async () => {
  await door.close();
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

const inHouse = kinds.filter((kind) => isAllowed(kind, "belonging"));
const askerOf = async (kind: Kind): Promise<Asker> =>
  (await bot.peek((unit) => unit.read(staffRecord, idOf(kind)))) ?? NOBODY_SPECIAL;
const found = ({ text }: Pick<Turn, "text">, word: string) => text.includes(answerOf(word));

describe.each(inHouse)("the %s", (kind) => {
  test("finds what the limits admit, in the chat and in the tab, and in a group what everybody may see", async () => {
    const asker = await askerOf(kind);
    const alone = door.wire.person(kind, { id: idOf(kind) });
    const group = door.wire.person(kind, { id: idOf(kind), scope: "groupChat" });
    for (const { word, meta } of limited) {
      const expected = maySee(meta, asker);
      const seen = {
        chat: found(await alone.says(question(word)), word),
        tab: found(await door.tabOf(idOf(kind)).says(question(word)), word),
        group: found(await group.says(question(word)), word),
      };
      expect({ word, ...seen }).toEqual({ word, chat: expected, tab: expected, group: false });
    }
  });

  test("is answered alike by the command line that looks through their eyes", async () => {
    const { role, agency } = await askerOf(kind);
    const eyes = ["--as-role", role, ...(agency === "" ? [] : ["--as-agency", agency])];
    for (const { word, meta } of limited) {
      const { code, out } = await kim(bot.env, ...["knowledge", "ask", question(word), ...eyes]);
      expect({ word, code, found: out.includes(answerOf(word)) }).toEqual({
        word,
        code: 0,
        found: maySee(meta, { role, agency }),
      });
    }
  });
});

test("an operator, who can read the files anyway, finds all of them", async () => {
  for (const { word } of limited) {
    expect((await kim(bot.env, "knowledge", "ask", question(word))).out).toContain(answerOf(word));
  }
});
