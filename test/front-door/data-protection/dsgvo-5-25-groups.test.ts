import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { pressActions, rightOfPress } from "../../../bot/routing/route-press.js";
import type { Right } from "../../../casework/staff/rights.js";
import { loadPhrases, misread, type Phrase } from "../../bot/routing/phrases.js";
import type { Person, Turn } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";

/** DSGVO 5(1)c, 25: case work in the 1:1 chat only; in a group or channel nothing about a case, only a link. */

/** Of each kind of command so many phrases; the kinds come from the phrases themselves. */
const PHRASES_PER_KIND = 8;
const NO_CASEWORK = ["greeting", "help", "cancel"];
const LEADS_TO_CHAT: readonly Right[] = ["casework", "cover", "shared", "figures"];

let bot: Bot;
let owner: Person;
let caseId: string;
/** The nonces of cards that wait in the 1:1 chat to be pressed. */
let nonces: readonly string[];
/** Words that only the case knows. */
const words = ["Dachgeschoss", "Heizkostenabrechnung"];

beforeAll(async () => {
  bot = await startBot();
  owner = bot.wire.person("Case Management Eschweiler");
  const form = await owner.says("Neuer Fall: Eschweiler, Wohngeld, 4 Pers.");
  caseId = caseIdIn((await owner.presses(form, "Anlegen")).text);
  await owner.says(`Notiz zu ${caseId}: ${words[0]} zu klein`);
  await owner.says(`Maßnahme zu ${caseId}: ${words[1]} prüfen bis 12.03.2027`);
  const drafts = [
    await owner.says("Neuer Fall: Stolberg, Kita"),
    await owner.presses(await owner.says(`Zeig mir ${caseId}`), "Bearbeiten"),
    await owner.says(`FaKo für ${caseId} mit JC nächste Woche`),
    await owner.says(`Maßnahme zu ${caseId}:`),
    await owner.says(`Einwilligung JC ${caseId} schriftlich`),
  ];
  const found = drafts.flatMap((turn) => [...JSON.stringify(turn.card).matchAll(/"nonce":"([^"]+)"/g)]);
  nonces = [...new Set(found.map(([, nonce]) => nonce ?? ""))];
  expect(nonces.length).toBeGreaterThan(3);
}, 60_000);
afterAll(() => bot.close());

/** Everything that the bot put into the conversation, the HTTP answer included, without what the person wrote. */
const shown = (turn: Turn) =>
  JSON.stringify([
    turn.replies.map(({ activity }) => ({ ...activity, replyToId: "" })),
    turn.updates,
    turn.body,
  ]);

function expectNothingOfTheCase(turn: Turn): void {
  const all = shown(turn);
  for (const word of [...words, caseId, "4 Pers", "Anlegen", "Speichern"]) expect(all).not.toContain(word);
}

function expectDeepLink(turn: Turn, what: string): void {
  const link = /https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=[^"]+/.test(shown(turn));
  expect({ what, link }).toEqual({ what, link: true });
}

const perKind = new Map<string, Phrase[]>();
for (const phrase of loadPhrases().filter((one) => misread(one) === undefined)) {
  const kind = String(phrase.expect?.kind ?? "question");
  const list = perKind.get(kind) ?? [];
  if (list.length < PHRASES_PER_KIND) perKind.set(kind, [...list, phrase]);
}

describe.each(["groupChat", "channel"] as const)("in a %s", (scope) => {
  let here: Person;
  beforeAll(() => {
    here = bot.wire.person("Case Management Eschweiler", { scope, id: owner.id });
  });

  test.each([...perKind.keys()])("a command of the kind %s shows nothing of a case", async (kind) => {
    const before = await bot.peek((unit) => unit.range(`cases/${owner.id}`));
    for (const { text } of perKind.get(kind) ?? []) {
      const turn = await here.says(text.replace(/\bk-?7f3q9\b|\b7f3q9\b/gi, caseId));
      expect(turn.replies.length).toBeGreaterThan(0);
      expectNothingOfTheCase(turn);
      if (![...NO_CASEWORK, "question"].includes(kind)) expectDeepLink(turn, text);
    }
    expect(await bot.peek((unit) => unit.range(`cases/${owner.id}`))).toEqual(before);
  });

  test.each(pressActions())(
    "the button %s shows nothing of a case and does nothing to it",
    async (action) => {
      const notes = () => bot.ledger.store.readStream(`notes/${caseId}`);
      const before = await notes();
      for (const nonce of [undefined, ...nonces]) {
        const data = {
          kim: { action, ...(nonce ? { nonce } : {}) },
          caseId,
          free_note: "In der Gruppe getippt",
          option: `Zeig mir ${caseId}`,
          about: caseId,
        };
        const pressed = await here.sends({
          type: "invoke",
          name: "adaptiveCard/action",
          value: { action: { type: "Action.Execute", verb: action, data }, trigger: "manual" },
        });
        expect(pressed.status).toBe(200);
        expectNothingOfTheCase(pressed);
        if (LEADS_TO_CHAT.includes(rightOfPress({ action }))) expectDeepLink(pressed, action);
      }
      expect(await notes()).toEqual(before);
    },
  );

  test("danger to a child names whom to call, and going on there leads to the 1:1 chat", async () => {
    const alarm = await here.says(`Notiz zu ${caseId}: Kind wird vom Vater geschlagen`);
    expect(alarm.text).toContain("110");
    expectNothingOfTheCase(alarm);
    const [button] = JSON.stringify(alarm.card).match(/emergency\.continue/) ?? [];
    if (button) expectNothingOfTheCase(await here.presses(alarm, button));
  });
});

test("a button that was used in the 1:1 chat does not give its answer again in a group", async () => {
  const alarm = await owner.says(`Notiz zu ${caseId}: ${words[0]}, Kind wird vom Vater geschlagen`);
  expect((await owner.presses(alarm, "emergency.continue")).text).toContain(caseId);
  const group = bot.wire.person("Case Management Eschweiler", { scope: "groupChat", id: owner.id });
  expectNothingOfTheCase(await group.presses(alarm.card ?? {}, "emergency.continue"));
});

test("the cards that waited in the 1:1 chat are still there", async () => {
  const form = await owner.says("Neuer Fall: Stolberg, Kita");
  expect((await owner.presses(form, "Anlegen")).text).toMatch(/Fall K-.{5} ist angelegt/);
  const history = await owner.says(`Verlauf ${caseId}`);
  expect(history.text).toContain(words[0]);
  expect(history.text).not.toContain("In der Gruppe getippt");
});
