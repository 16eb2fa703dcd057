import { afterEach, describe, expect, test } from "@jest/globals";
import { deadLetters } from "../../../bot/outbox/worker.js";
import { INVITATIONS } from "../../../casework/conference/invitations.js";
import { refusal, startMailServer } from "../../adapters/mail/mail-server.js";
import { startRedis } from "../../adapters/storage/redis-server.js";
import { tabOf } from "../../wire/tab.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { kim } from "../commands.js";
import { eventually } from "../eventually.js";
import { addresses } from "../planned-conference.js";
import { asBytes, bytesIn } from "./at-rest.js";

/** § 203 StGB: whoever runs the program sees nothing of a case, neither at rest nor in logs nor in a command. */

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Words that stand in no other text of the program, one for each place where somebody can type. */
const words = {
  note: "Zitronenfalterkuchen",
  measure: "Regenbogenforelle",
  goal: "Quittengelee",
  language: "Tigrinya",
  followUp: "Haselnusskrokant",
  hold: "Brombeerhecke",
  emergency: "Pflaumenmus",
  gone: "Stachelbeertorte",
  minutes: "Walnussbaum",
  unsaid: "Rhabarbersaft",
} as const;

/** All that a busy day does with a case, through every way in. */
async function busyDay(bot: Bot): Promise<string> {
  const person = bot.wire.person("Case Management Eschweiler");
  const stranger = bot.wire.person("Case Management Stolberg");
  const form = await person.says(
    `Neuer Fall: Familie 5 Pers. Eschweiler, Bürgergeld, Kita, spricht ${words.language}`,
  );
  const id = caseIdIn((await person.presses(form, "Anlegen")).text);
  await person.says(`Notiz zu ${id}: ${words.note} bestellt`);
  await person.says(`Maßnahme zu ${id}: ${words.measure} suchen bis 12.03.2031`);
  await person.says(`Wiedervorlage ${id} am 12.03.2031: ${words.followUp}`);
  const edit = await person.presses(await person.says(`Zeig mir ${id}`), "Bearbeiten");
  await person.presses(edit, "Speichern", { free_goals: words.goal });
  await tabOf(bot.url, person.id).says(`Notiz zu ${id}: ${words.note} abgeholt`);
  await stranger.says(`Notiz zu ${id}: ${words.unsaid}`);
  await stranger.says(`Notzugriff ${id} Grund: ${words.emergency}`);

  const consent = await person.says(`FaKo für ${id} mit Jobcenter und Jugendamt nächste Woche`);
  const dates = await person.presses(consent, "Speichern", { informed: "true" });
  await person.presses(dates, "Anlegen", addresses(dates.card ?? {}));
  const minutes = await person.says(`Protokoll zu ${id}`);
  await person.presses(minutes, "Speichern", { free_decision_0: `${words.minutes} wird geprüft` });
  await person.says(`Löschsperre ${id}: ${words.hold}`);
  let seen = "";
  for (const say of [
    `Verlauf ${id}`,
    `Zeig mir ${id}`,
    `Export ${id}`,
    `Protokoll zu ${id}`,
    "meine Fälle",
  ]) {
    seen += JSON.stringify(await person.says(say));
  }
  // Whoever leads the case reads all of it, so it is there.
  const { note, measure, goal, language, followUp } = words;
  for (const word of [note, measure, goal, language, followUp, words.minutes]) expect(seen).toContain(word);
  const other = await person.says("Neuer Fall: Eschweiler, Kita");
  const second = caseIdIn((await person.presses(other, "Anlegen")).text);
  await person.says(`Notiz zu ${second}: ${words.gone}`);
  const erase = await person.says(`Fall ${second} löschen`);
  await person.presses(erase, "Endgültig löschen", { free_reason: words.gone });
  // What is open for a person and not saved is at rest as well.
  await person.says(`Notiz zu ${id}: das Kind wird geschlagen, ${words.unsaid}`);
  return id;
}

function wordsIn(text: string): readonly string[] {
  return Object.values(words).filter((word) => text.includes(word) || text.includes(asBytes(word)));
}

/** A mail server that refuses the Jobcenter for good, so that something lies in the outbox. */
async function refusingServer(): Promise<string> {
  const server = await startMailServer({
    onRcptTo({ address }, _session, done) {
      if (address.startsWith("jc-")) done(refusal(550));
      else done();
    },
  });
  closing.push(() => server.close());
  return server.url;
}

async function onRedis(): Promise<{ readonly env: Readonly<Record<string, string>>; readonly dir: string }> {
  const redis = await startRedis();
  closing.push(() => redis.stop());
  return {
    env: { REDIS_URL: redis.url, KIM_MASTER_KEY: Buffer.alloc(32, 4).toString("base64") },
    dir: redis.dir,
  };
}

describe.each(["lmdb", "redis"] as const)("on %s", (engine) => {
  test("no word of a busy day is at rest, in a log line or in what a command prints", async () => {
    const shared = engine === "redis" ? await onRedis() : undefined;
    const bot = await startBot({ ...shared?.env, SMTP_URL: await refusingServer() });
    closing.push(() => bot.close());
    const id = await busyDay(bot);
    await eventually("a dead letter", async () =>
      (await bot.ledger.store.jobs(deadLetters(INVITATIONS), 1)).length > 0 ? true : undefined,
    );

    const printed: string[] = [];
    for (const command of [["outbox", "list"], ["doctor"], ["audit", "verify"]]) {
      for (const flags of [[], ["--json"]]) {
        const { out, err } = await kim(bot.env, ...command, ...flags);
        printed.push(out, err);
      }
    }
    expect(printed.join("\n")).toContain("liegen geblieben");
    expect(wordsIn(printed.join("\n"))).toEqual([]);

    expect(bot.logged()).toContain("job-not-done");
    expect(wordsIn(bot.logged())).toEqual([]);
    for (const page of ["metrics", "readyz", "healthz"]) {
      expect(wordsIn(await (await fetch(`${bot.url}/${page}`)).text())).toEqual([]);
    }

    const bytes = (await bytesIn(bot.dataDir)) + (shared ? await bytesIn(shared.dir) : "");
    // The case is in these bytes: its id is, which is no secret.
    expect(bytes).toContain(`case/${id}`);
    expect(wordsIn(bytes)).toEqual([]);
  }, 120_000);
});
