import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ingestDocuments } from "../../bot/commands/ingest-documents.js";
import { transact } from "../../bot/turn/transact.js";
import { putStaff, type Role } from "../../casework/staff/staff.js";
import { type Bot, startBot } from "./bot.js";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
  const folder = join(bot.dataDir, "papers");
  await mkdir(folder);
  const files: Readonly<Record<string, string>> = {
    "leitung.md":
      "---\nRollen: coordinator\n---\n# Sonderkontingent\n\nDas Sonderkontingent Quarzenfels beträgt 4.000 Euro im Jahr.",
    "alt.md": "# Fahrtkosten\n\nDie Fahrtkostenpauschale für Sprachkurse beträgt 30 Euro im Monat.",
    "alt.md.meta.json": JSON.stringify({ "gültig bis": "30.06.2026", "ersetzt durch": "Fahrtkosten 2026" }),
    "kaputt.md": "# Vertraulich\n\nNicht für alle.",
    "kaputt.md.meta.json": "{ roles: ",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { refused } = await ingestDocuments(bot.ledger, [folder]);
  expect(refused.map(({ document }) => document)).toEqual(["kaputt.md"]);
});
afterAll(() => bot.close());

async function staff(role: Role, options: { scope?: "groupChat" } = {}) {
  const person = bot.wire.person(`Funktion ${role}`, options);
  const now = bot.ledger.clock();
  await transact(bot.ledger, { once: [], now, deadline: now + 5_000 }, (unit) =>
    putStaff(unit, { id: person.id, name: role, email: "", role, agency: "KI A 46", rechtskreis: "" }),
  );
  return person;
}

const QUESTION = "Wie hoch ist das Sonderkontingent Quarzenfels?";

describe("a document for coordinators", () => {
  test("answers a coordinator in the 1:1 chat", async () => {
    expect((await (await staff("coordinator")).says(QUESTION)).text).toContain("4.000 Euro");
  });

  test("does not exist for others, nor for a coordinator where others read along", async () => {
    for (const asker of [
      await staff("case-manager"),
      await staff("partner"),
      await staff("coordinator", { scope: "groupChat" }),
    ]) {
      const answer = await asker.says(QUESTION);
      expect(answer.text).toContain("Steht nicht in den Unterlagen");
      expect(answer.text).not.toContain("4.000");
      expect(answer.text).not.toContain("Sonderkontingent");
    }
  });
});

test("a document that is no longer in force is marked where it is quoted, with its successor", async () => {
  const answer = await bot.wire
    .person("Case Management")
    .says("Wie hoch ist die Fahrtkostenpauschale für Sprachkurse?");
  expect(answer.text).toContain("30 Euro");
  expect(answer.text).toContain("galt nur bis 30.06.2026, ersetzt durch „Fahrtkosten 2026“");
});
