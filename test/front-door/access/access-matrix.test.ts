import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Command } from "../../../bot/routing/command.js";
import { parseCommand } from "../../../bot/routing/parse-command.js";
import { pressActions } from "../../../bot/routing/route-press.js";
import { readAudit } from "../../../casework/audit/audit.js";
import { type Person, wireTenant } from "../../wire/person.js";
import { type Bot, startBot } from "../bot.js";
import { sentences } from "../data-protection/every-command.js";
import { type AuthenticatedBot, startAuthenticatedBot } from "./authenticated-bot.js";
import { isAllowed, type Kind, kinds } from "./decisions.js";
import { CASE, MARK, openMarkedCase, traceOf } from "./marked-case.js";
import { buttons, commands, operations, otherEvents, type Place, views } from "./operations.js";
import { noncesOf, notOpened } from "./owners-cards.js";
import {
  chatOf,
  NOBODYS,
  type Surface,
  tabAsSurface,
  tryButton,
  tryCommand,
  tryView,
  type Verdict,
} from "./surfaces.js";

/**
 * Everybody tries everything on every surface, and gets what decisions.ts says. Made of what the program can do: the
 * commands, the buttons, the tab's views, the events and the command line's commands that are registered.
 */

let bot: Bot;
let door: AuthenticatedBot;
let afresh: () => Promise<void>;
/** Of the owner's cards, in the chat and in the tab. */
const nonces = new Map<string, ReadonlyMap<string, string>>();
const people = new Map<Kind, Person>();
const ids = new Map<Kind, string>(kinds.map((kind) => [kind, randomUUID()]));
const idOf = (kind: Kind): string => ids.get(kind) ?? "";
const elsewhere = "99999999-9999-4999-8999-999999999999";

beforeAll(async () => {
  bot = await startBot();
  door = await startAuthenticatedBot(bot);
  for (const kind of kinds) people.set(kind, door.wire.person(kind, { id: idOf(kind) }));
  afresh = await openMarkedCase(bot, idOf);
  for (const [name, surface] of surfacesOf("owner")) nonces.set(name, await noncesOf(surface, afresh));
}, 120_000);
afterAll(async () => {
  await door.close();
  await bot.close();
});

const chat = (kind: Kind): Surface => {
  const foreign = { channelData: { tenant: { id: elsewhere } } };
  return chatOf(people.get(kind) as Person, kind === "another tenant" ? foreign : {});
};
const tab = (kind: Kind) => door.tabOf(idOf(kind), ...(kind === "another tenant" ? [elsewhere] : []));

const surfacesOf = (kind: Kind) =>
  [
    ["chat", chat(kind)],
    ["tab", tabAsSurface(tab(kind))],
  ] as const;

type Trial = {
  readonly what: string;
  readonly place: Place;
  readonly nonce?: string | undefined;
  readonly run: () => Promise<Verdict>;
};

/** Emergency access opens the case for who tries it, so it comes when all else has been tried. */
function trialsOf(kind: Kind): readonly Trial[] {
  // The tab goes through the same door as the chat: of its buttons everybody presses a third, and all in the long run.
  const isPressed = (name: string, at: number) =>
    name === "chat" || process.env.KIM_LONG === "1" || (at + kinds.indexOf(kind)) % 3 === 0;
  const all: Trial[] = surfacesOf(kind).flatMap(([name, surface]) => [
    ...Object.entries(commands).map(([command, place]) => ({
      what: `${name}: ${command}`,
      place,
      run: () => tryCommand(surface, command as Command["kind"], place),
    })),
    ...pressActions()
      .filter((_, at) => isPressed(name, at))
      .map((action) => {
        const nonce = nonces.get(name)?.get(action);
        return {
          what: `${name}: ${action}`,
          place: buttons[action],
          nonce,
          run: () => tryButton(surface, action, buttons[action], nonce),
        };
      }),
  ]);
  const looks = Object.entries(views).map(([view, place]) => ({
    what: `tab view: ${view}`,
    place,
    run: () => tryView(tab(kind), view, place),
  }));
  const late = ({ place }: Trial) => Number(place[0] === "emergency");
  return [...all, ...looks].sort((a, b) => late(a) - late(b));
}

/** Who was refused by name is in the audit for both ids alike; partners who were shown their part of it are, too. */
async function isInAudit(kind: Kind): Promise<boolean> {
  const entries = (await bot.peek((unit) => readAudit(unit, 30))).filter(
    ({ person }) => person === idOf(kind),
  );
  const noted = (id: string) =>
    entries.some(
      ({ subject, action }) => subject === id && (action === "case-refused" || action === "shared-read"),
    );
  return noted(CASE) && noted(NOBODYS);
}

function marksIn(bytes: string): readonly string[] {
  return [...new Set(bytes.match(new RegExp(`${MARK}\\w+`, "g")))];
}

/** Of all fields a partner sees the own measure and where the conference is, while consent is in force. */
function isShared(kind: Kind, field: string): boolean {
  return isAllowed(kind, "a consent in force") && [`${MARK}Eigene`, `${MARK}Raum`].includes(field);
}

test.each(kinds)("a message that the %s edits is read like one that was just written", async (kind) => {
  await afresh();
  const foreign = kind === "another tenant" ? elsewhere : wireTenant;
  const channelData = { eventType: "editMessage", tenant: { id: foreign } };
  const edited = async (id: string) =>
    chatOf(people.get(kind) as Person, { type: "messageUpdate", channelData }).says(`Zeig mir ${id}`);
  const [real, nobodys] = [await edited(CASE), await edited(NOBODYS)];
  const alike = real.bytes.replaceAll(CASE, NOBODYS) === nobodys.bytes.replaceAll(CASE, NOBODYS);
  expect(alike).toBe(!isAllowed(kind, operations[otherEvents.edited].needs));
});

describe.each(kinds)("%s", (kind) => {
  test("gets on each surface what the one table says", async () => {
    await afresh();
    const before = await traceOf(bot);
    const changes = isAllowed(kind, "the case") || isAllowed(kind, "a consent in force");
    const used = new Set<string>();
    const wrong: string[] = [];
    for (const { what, place, nonce, run } of trialsOf(kind)) {
      const [operation, probe] = place;
      const expected = isAllowed(kind, operations[operation].needs);
      const { allowed, alike, bytes } = await run();
      if (changes) await afresh();
      // Of several buttons of one card the first may have used it up.
      const spent = nonce !== undefined && used.has(nonce);
      if (nonce !== undefined && allowed) used.add(nonce);
      const known = probe !== "draft" || nonce !== undefined;
      if (known && allowed !== expected && !(spent && expected))
        wrong.push(`${what}: ${allowed ? "allowed" : "denied"} ${bytes.slice(0, 300)}`);
      if (kind === "another tenant") continue;
      const leaks = marksIn(bytes).filter((field) => !isShared(kind, field));
      if (leaks.length > 0 && !expected && !isAllowed(kind, "the case"))
        wrong.push(`${what}: shows ${leaks.join(", ")}`);
      if (!expected && probe === "case" && alike && !(await isInAudit(kind)))
        wrong.push(`${what}: not in the audit`);
    }
    expect(wrong).toEqual([]);
    if (!changes) expect(await traceOf(bot)).toBe(before);
  }, 120_000);
});

describe("what makes the matrix mean something", () => {
  test("every sentence is the command that it stands for", () => {
    const read = Object.entries(sentences).map(([kind, sentence]) => [
      kind,
      parseCommand(sentence(CASE), { today: "2026-11-27" })?.kind,
    ]);
    expect(read.filter(([kind, understood]) => kind !== understood)).toEqual([]);
  });

  test("the owner was shown every card there is", () => {
    for (const shown of nonces.values()) {
      const missing = pressActions().filter(
        (action) => buttons[action][1] === "draft" && !notOpened.includes(action) && !shown.has(action),
      );
      expect(missing).toEqual([]);
    }
  });

  test.each(["owner", "deputy", "holiday cover"] as const)("the %s sees every field", async (kind) => {
    await afresh();
    let seen = "";
    for (const text of [`Zeig mir ${CASE}`, `Verlauf ${CASE}`, `Export ${CASE}`])
      seen += (await chat(kind).says(text)).bytes;
    for (const field of ["Ort", "Thema", "Sprache", "Ziel", "Massnahme", "Wer", "Wiedervorlage", "Notiz"])
      expect(seen).toContain(MARK + field);
  });

  test("the tab's routes are those that are tried", () => {
    expect(door.tabPaths.filter((path) => path !== "turn").sort()).toEqual(Object.keys(views).sort());
  });
});

describe("the message extension", () => {
  test.each(kinds)("knows offices and no case, for the %s as for everybody", async (kind) => {
    const person = people.get(kind) as Person;
    const more = kind === "another tenant" ? { channelData: { tenant: { id: elsewhere } } } : {};
    for (const query of [CASE, MARK, `${MARK}Thema`, "Jugendamt Eschweiler"]) {
      const value = { commandId: "findOffice", parameters: [{ name: "query", value: query }] };
      const turn = await person.sends({ type: "invoke", name: "composeExtension/query", value, ...more });
      const shown = JSON.stringify([turn.body, turn.replies.map(({ activity }) => activity)]);
      expect(marksIn(shown)).toEqual([]);
      if (query.startsWith("Jugendamt"))
        expect(shown.includes("Jugendamt der Stadt Eschweiler")).toBe(isAllowed(kind, "belonging"));
    }
  });
});
