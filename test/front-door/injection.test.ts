import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { loadDirectory } from "../../knowledge/directory/stored.js";
import type { Person, Turn } from "../wire/person.js";
import { BAIT, baitDirectory, liveBait, markdownIn } from "./bait.js";
import { type Bot, caseIdIn, startBot } from "./bot.js";

let bot: Bot;
let owner: Person;
const turns: Turn[] = [];

beforeAll(async () => {
  bot = await startBot();
  await baitDirectory(bot);
  owner = bot.wire.person(`Case Management Eschweiler ${BAIT}`);
}, 60_000);

afterAll(() => bot.close());

const says = async (text: string) => {
  const turn = await owner.says(text);
  turns.push(turn);
  return turn;
};

test("nothing that people type or offices are called becomes a link, a picture, a mention or bold", async () => {
  const form = await says("Neuer Fall: Eschweiler, Wohngeld, 4 Pers.");
  turns.push(await owner.presses(form, "Anlegen", { free_moreTopics: BAIT }));
  const created = await owner.presses(form, "Anlegen", { free_note: `Notiz ${BAIT}` });
  turns.push(created);
  const id = caseIdIn(created.text);
  for (const text of [
    "Wohngeld in Eschweiler",
    "Kita in Stolberg",
    "Jobcenter",
    BAIT,
    `Was ist ${BAIT}?`,
    `Notiz zu ${id}: ${BAIT}`,
    `Maßnahme zu ${id}: ${BAIT} bis 12.03.2027`,
    `EWE JC schriftl. zu ${id}`,
    `Zeig mir ${id}`,
    `Verlauf ${id}`,
    `Ansprechpartner ${id}`,
    "Meine Fälle",
    "Was steht an",
    `FaKo für ${id} mit JC nächste Woche`,
    `FaKo für ${id} mit ${BAIT}`,
    `${id} übergeben an ${BAIT}`,
    `Vertretung ${BAIT} bis 12.03.2027`,
    `Neuer Fall: ${BAIT}`,
    `Frag ${BAIT}: wann?`,
    `${id} abschließen ${BAIT}`,
  ]) {
    const turn = await says(text);
    const buttons = JSON.stringify(turn.card ?? {}).match(/"verb":"([\w.]+)"/g) ?? [];
    for (const verb of new Set(buttons.map((found) => found.slice(8, -1)))) {
      const pressed = await owner.presses(turn, verb).catch(() => undefined);
      if (pressed) turns.push(pressed);
    }
  }
  const shown = turns.flatMap((turn) => [
    ...turn.replies.flatMap(({ activity }) => markdownIn(activity)),
    ...turn.updates.flatMap(({ activity }) => markdownIn(activity)),
    ...markdownIn(turn.replacement),
  ]);
  expect(shown.filter((text) => text.includes("boese")).length).toBeGreaterThan(30);
  expect([...new Set(shown.filter(liveBait))]).toEqual([]);
}, 120_000);

test("nor does it become markup on the page for clients", async () => {
  const { store, keyring, clock } = bot.ledger;
  const data = await loadDirectory(beginWork(store, keyring, clock()));
  for (const { id } of data?.offices.slice(0, 5) ?? []) {
    const page = await (await fetch(`${bot.url}/zettel/${encodeURIComponent(id)}`)).text();
    expect(page).toContain("boese.example.org");
    expect(page).not.toMatch(/<at>|href="https:\/\/boese|<img/);
  }
});
