import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { pressActions } from "../../bot/routing/route-press.js";
import type { Person } from "../wire/person.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

const RUNS = process.env.KIM_LONG ? 20_000 : 600;

let bot: Bot;
let owner: Person;
let stranger: Person;
let caseId: string;
let stolen: readonly string[];
/** Words that only the owner's case knows. */
const words = ["Dachgeschoss", "Heizkostenabrechnung"];

beforeAll(async () => {
  bot = await startBot();
  owner = bot.wire.person("Case Management Eschweiler");
  stranger = bot.wire.person("Case Management Stolberg");
  await stranger.says("Hilfe");
  const form = await owner.says("Neuer Fall: Eschweiler, Wohngeld, 4 Pers.");
  caseId = caseIdIn((await owner.presses(form, "Anlegen")).text);
  await owner.says(`Notiz zu ${caseId}: ${words[0]} zu klein`);
  await owner.says(`Maßnahme zu ${caseId}: ${words[1]} prüfen bis 12.03.2027`);
  const cards = [
    await owner.says("Neuer Fall: Stolberg, Kita"),
    await owner.presses(await owner.says(`Zeig mir ${caseId}`), "Bearbeiten"),
    await owner.says(`FaKo für ${caseId} mit JC nächste Woche`),
  ];
  const nonces = cards.flatMap(({ card }) => [...JSON.stringify(card).matchAll(/"nonce":"([^"]+)"/g)]);
  stolen = [...new Set(nonces.map(([, nonce]) => nonce ?? ""))];
}, 60_000);
afterAll(() => bot.close());

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "=HYPERLINK(1)",
    "[x](javascript:alert(1))",
    "../../etc/passwd",
    "-1",
    "9e99",
    "",
  ),
);
const names = [
  "caseId",
  "measureId",
  "before",
  "due",
  "office",
  "topics",
  "free_note",
  "step",
  "slot",
  "option",
  "about",
];

test("whatever a stranger presses, with whichever nonce and id, shows and changes nothing of somebody else's case", async () => {
  const before = await bot.ledger.store.get([`case/${caseId}`]);
  const tampered = fc.record({
    action: fc.oneof(fc.constantFrom(...pressActions()), fc.string({ maxLength: 20 })),
    nonce: fc.oneof(fc.constantFrom(...stolen), anything, fc.constant(undefined)),
    fields: fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.constant(caseId), anything)),
    nested: fc.constantFrom({}, { __proto__: { polluted: true } }, { kim: { action: "case.show" } }),
  });
  await fc.assert(
    fc.asyncProperty(tampered, async ({ action, nonce, fields, nested }) => {
      const data = { ...fields, nested, kim: { action, ...(nonce === undefined ? {} : { nonce }) } };
      const turn = await stranger.sends({
        type: "invoke",
        name: "adaptiveCard/action",
        value: { action: { type: "Action.Execute", verb: action, data }, trigger: "manual" },
      });
      expect(turn.status).toBeLessThan(500);
      const shown = JSON.stringify([turn.replies.map(({ activity }) => activity), turn.body]);
      for (const word of words) expect(shown.includes(word)).toBe(false);
    }),
    { numRuns: RUNS },
  );
  expect(await bot.ledger.store.get([`case/${caseId}`])).toEqual(before);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect((await owner.says(`Verlauf ${caseId}`)).text).toContain(words[0]);
}, 1_800_000);
