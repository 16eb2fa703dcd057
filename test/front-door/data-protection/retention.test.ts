import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { CHORES } from "../../../bot/outbox/chores.js";
import { keepRetention } from "../../../bot/outbox/retention.js";
import { parseRetention } from "../../../casework/retention/retention.js";
import { openEnvelope } from "../../../casework/store/envelope.js";
import { MESSAGES } from "../../../dialogs/messages.js";
import type { Person } from "../../wire/person.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { kim } from "../commands.js";

/** Art. 5(1)e DSGVO: a closed case goes by itself when its time is over, and not without a notice. */

const DAY_MS = 24 * 60 * 60 * 1000;
const rules = parseRetention("default=24,moved-away=6");
if (!rules) throw new Error("rules expected");

let bot: Bot;
let person: Person;
beforeEach(async () => {
  bot = await startBot();
  person = bot.wire.person("Case Management Eschweiler");
});
afterEach(() => bot.close());

async function closedCase(): Promise<string> {
  const form = await person.says("Neuer Fall: Eschweiler, Wohngeld");
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  const closing = await person.says(`${id} abschließen, weggezogen`);
  if (!closing.text.includes("Abschluss")) throw new Error(closing.text);
  return id;
}

/** The daily round, so many days from now. */
function roundIn(days: number): Promise<void> {
  const clock = () => Date.now() + days * DAY_MS;
  return keepRetention({ ...bot.ledger, clock }, rules as NonNullable<typeof rules>);
}

/** What waits to be said to owners: the round was in the future, so nothing of it is due yet. */
async function waiting(): Promise<string> {
  const { store, keyring } = bot.ledger;
  const jobs = await store.jobs(MESSAGES, 100);
  const plain = jobs.map(({ id, value }) => openEnvelope(store, keyring, `job/${id}`, value));
  return (await Promise.all(plain)).map(String).join("\n");
}

async function exists(id: string): Promise<boolean> {
  return (await bot.ledger.store.get([`case/${id}`]))[0] !== undefined;
}

describe("a closed case", () => {
  test("is announced two weeks before, then deleted by itself, and its owner is told both times", async () => {
    const id = await closedCase();
    await roundIn(100);
    expect(await waiting()).toBe("");
    await roundIn(175);
    expect(await waiting()).toContain(`Die Aufbewahrungsfrist von ${id} läuft ab`);
    await roundIn(176);
    expect(await exists(id)).toBe(true);
    await roundIn(195);
    expect(await exists(id)).toBe(false);
    expect(await waiting()).toContain(`Der Fall ${id} ist gelöscht, weil`);
  }, 60_000);

  test("whose time was over long ago is still announced first", async () => {
    const id = await closedCase();
    await roundIn(800);
    expect(await exists(id)).toBe(true);
    await roundIn(805);
    expect(await exists(id)).toBe(true);
    await roundIn(815);
    expect(await exists(id)).toBe(false);
  }, 60_000);

  test("stays while it is on hold, for which a reason is needed, and cannot be erased meanwhile", async () => {
    const id = await closedCase();
    expect((await person.says(`Löschsperre ${id}`)).text).toContain("nennen Sie den Grund");
    expect((await person.says(`Löschsperre ${id}: Klage läuft`)).text).toContain("Klage läuft");
    await roundIn(800);
    await roundIn(900);
    expect(await exists(id)).toBe(true);
    expect((await person.says(`Fall ${id} löschen`)).text).toContain("gegen Löschen gesperrt");
    const refused = await kim(bot.env, "case", "erase", id, "--reason", "x");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("Klage läuft");
    expect((await person.says(`Löschsperre ${id} aufheben`)).text).toContain("aufgehoben");
    await roundIn(901);
    expect(await exists(id)).toBe(true);
    await roundIn(920);
    expect(await exists(id)).toBe(false);
  }, 60_000);

  test("that is opened again stays", async () => {
    const id = await closedCase();
    await roundIn(175);
    const again = await person.says(`${id} wieder öffnen`);
    expect(again.text).toContain(id);
    await roundIn(800);
    await roundIn(900);
    expect(await exists(id)).toBe(true);
  }, 60_000);
});

test("without rules of the operator nothing is deleted, and /readyz says so", async () => {
  const production = {
    MicrosoftAppId: "11111111-1111-4111-8111-111111111111",
    MicrosoftAppPassword: "secret",
    MicrosoftAppTenantId: "22222222-2222-4222-8222-222222222222",
    KIM_MASTER_KEY: Buffer.alloc(32, 8).toString("base64"),
    HOST: "127.0.0.1",
  };
  const reasonsOf = async (env: Readonly<Record<string, string>>) => {
    const running = await startBot({ ...production, ...env });
    const ready = await fetch(`${running.url}/readyz`);
    const chores = (await running.ledger.store.jobs(CHORES, 10)).map(({ id }) => id);
    await running.close();
    return { status: ready.status, said: await ready.text(), deletes: chores.includes("retention") };
  };
  const none = await reasonsOf({});
  expect(none).toMatchObject({ status: 200, deletes: false });
  expect(JSON.parse(none.said)).toMatchObject({ status: "degraded" });
  expect(none.said).toContain("keine Aufbewahrungsfrist eingestellt (KIM_RETENTION_MONTHS)");
  const some = await reasonsOf({ KIM_RETENTION_MONTHS: "default=24" });
  expect(some).toMatchObject({ status: 200, deletes: true });
  expect(some.said).not.toContain("KIM_RETENTION_MONTHS");
});

test("rules that leave a closed case without an end are none", async () => {
  const faulty = await startBot({ KIM_RETENTION_MONTHS: "moved-away=6" }).catch((error: Error) => error);
  expect(faulty).toMatchObject({ name: "ConfigFaulty" });
  expect(parseRetention("default=0")).toBeUndefined();
  expect(parseRetention("default=24,weggezogen=3")).toBeUndefined();
});
