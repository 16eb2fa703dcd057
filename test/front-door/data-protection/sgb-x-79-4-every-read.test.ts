import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Command } from "../../../bot/routing/command.js";
import { pressActions } from "../../../bot/routing/route-press.js";
import { AUDIT_STREAM } from "../../../casework/audit/audit.js";
import type { Person, Turn } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { kim } from "../commands.js";
import { sentences } from "./every-command.js";

/** § 79(4) SGB X: whatever shows something of a case, a read or a write of it stands in the audit. */

let bot: Bot;
let owner: Person;
let id: string;
beforeAll(async () => {
  bot = await startBot();
  owner = bot.wire.person("Case Management Eschweiler");
  const form = await owner.says("Neuer Fall: Familie 4 Pers. Eschweiler, Kita");
  id = caseIdIn((await owner.presses(form, "Anlegen")).text);
});
afterAll(() => bot.close());

/** Entries about the case so far. */
async function entries(): Promise<number> {
  const all = await bot.ledger.store.readStream(AUDIT_STREAM);
  return all.filter(({ value }) => value.includes(id)).length;
}

/** The label is the least that shows something: what people know a case by. */
function shows(turn: Turn): boolean {
  const said = JSON.stringify([turn.body ?? null, turn.replies.map(({ activity }) => activity)]);
  return said.includes(id) && said.includes("4 Pers.");
}

/** What takes the case out of the owner's hands. */
const ends: readonly Command["kind"][] = ["hand-over", "erase-case"];

test("every answer that shows a case has its entry", async () => {
  const silent: string[] = [];
  for (const [kind, sentence] of Object.entries(sentences)) {
    if (ends.some((end) => end === kind)) continue;
    const before = await entries();
    const answer = await owner.says(sentence(id));
    if (shows(answer) && (await entries()) === before) silent.push(kind);
    const without = sentence("").replace(/ {2,}/g, " ");
    const count = await entries();
    if (shows(await owner.says(without)) && (await entries()) === count) silent.push(`${kind} without id`);
  }
  for (const action of pressActions()) {
    const before = await entries();
    const data = { kim: { action }, caseId: id, page: "1" };
    const value = { action: { type: "Action.Execute", verb: action, data }, trigger: "manual" };
    const answer = await owner.sends({ type: "invoke", name: "adaptiveCard/action", value });
    if (shows(answer) && (await entries()) === before) silent.push(action);
  }
  expect(silent).toEqual([]);
}, 60_000);

test("a refused look is an entry too, for a foreign id as for one that nobody has", async () => {
  const stranger = bot.wire.person("Case Management Stolberg");
  const refused = async (caseId: string) =>
    (await bot.ledger.store.readStream(AUDIT_STREAM))
      .map(({ value }) => JSON.parse(value.toString()))
      .filter(
        ({ action, subject, person }) =>
          action === "case-refused" && subject === caseId && person === stranger.id,
      );
  await stranger.says(`Zeig mir ${id}`);
  await stranger.says("Zeig mir K-00000");
  expect(await refused(id)).toHaveLength(1);
  expect(await refused("K-00000")).toHaveLength(1);
});

test("no command counts what people do", async () => {
  const { out } = await kim({}, "help");
  expect(out).not.toMatch(/je Person|pro Person|Rangliste|Statistik/i);
  const verified = await kim(bot.env, "audit", "verify", "--json");
  expect(verified.out).not.toContain(owner.id);
});
