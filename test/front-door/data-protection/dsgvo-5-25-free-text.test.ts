import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type RedisServer, startRedis } from "../../adapters/storage/redis-server.js";
import { FILL_GIVEN_NAMES, FILL_SURNAMES } from "../../casework/privacy/fill-names.js";
import { type Bot, caseIdIn, startBot } from "../bot.js";
import { asBytes, bytesIn } from "./at-rest.js";

/**
 * DSGVO 5(1)c, 25: free text is checked before it is saved, logged, queued or kept for an error report; what is found
 * is left out, the cleaned draft stays, and the person is told the truth.
 */

/** Put together at run time: no private person stands in this file. */
const surname = FILL_SURNAMES[50] ?? "";
const given = FILL_GIVEN_NAMES[7] ?? "";
const born = ["14", "07", "1988"].join(".");
const phone = ["0171", "3920055"].join(" ");
const secrets = [surname, born, phone, phone.replace(" ", ""), given];

describe.each(["lmdb", "redis"] as const)("on %s", (engine) => {
  let redis: RedisServer | undefined;
  let bot: Bot;
  beforeAll(async () => {
    if (engine === "redis") redis = await startRedis();
    bot = await startBot(redis ? { REDIS_URL: redis.url } : {});
  }, 60_000);
  afterAll(async () => {
    await bot.close();
    await redis?.stop();
  });
  const person = () => bot.wire.person("Case Management Eschweiler");

  test("in a message: the rest is worked with, and the person sees what was left out and where", async () => {
    const turn = await person().says(
      `Neuer Fall: Frau ${surname}, geb. ${born}, Tel. ${phone}, Stolberg, Wohngeld`,
    );
    expect(turn.text).toContain("**Nicht gespeichert:** ein Name, ein Geburtsdatum, eine Telefonnummer");
    expect(turn.text).toContain("Bitte löschen Sie Ihre Nachricht in Teams");
    expect(turn.text).toContain(
      "**[ein Name]** Klient/in, **[ein Geburtsdatum]** Tel. **[eine Telefonnummer]**",
    );
    for (const secret of secrets) expect(JSON.stringify(turn.replies)).not.toContain(secret);
    expect(JSON.stringify(turn.card)).toContain("Stolberg");
  });

  test("staff of an office becomes its function, and the draft stays", async () => {
    const someone = person();
    const id = caseIdIn(
      (await someone.presses(await someone.says("Neuer Fall: Eschweiler"), "Anlegen")).text,
    );
    await someone.says(`Notiz zu ${id}: Frau ${surname} vom JC ruft zurück`);
    const history = await someone.says(`Verlauf ${id}`);
    expect(history.text).toContain("Ansprechperson JC ruft zurück");
  });

  test("in a card, in a search of the message extension and in feedback it is left out as well", async () => {
    const someone = person();
    const form = await someone.says("Neuer Fall: Eschweiler, Kita");
    const created = await someone.presses(form, "Anlegen", { free_note: `${given} ${surname} zieht um` });
    expect(created.text).toContain("Nicht im Fall gespeichert:** ein Name");
    expect(created.text).toContain("**[ein Name]** Klient/in zieht um");
    const search = await someone.sends({
      type: "invoke",
      name: "composeExtension/query",
      value: { commandId: "search", parameters: [{ name: "query", value: `Frau ${surname} Wohngeld` }] },
    });
    expect(JSON.stringify(search.body)).not.toContain(surname);
    const answer = await someone.says("Welche Phasen hat das Case Management?");
    const [rated] = answer.replies;
    if (rated) await someone.rates(rated, "dislike", `Frau ${surname}, ${phone}, wurde nicht geholfen`);
  });

  test("a turn that fails keeps and logs nothing of what was typed", async () => {
    const someone = person();
    const { store } = bot.ledger;
    const commit = store.commit;
    Object.assign(store, { commit: () => Promise.reject(new Error(`cannot store ${surname}`)) });
    try {
      const failed = await someone.says(`Neuer Fall: Herr ${surname}, geb. ${born}, Würselen`);
      expect(failed.text).not.toContain(surname);
    } finally {
      Object.assign(store, { commit });
    }
    expect(bot.logged()).toContain("turn-failed");
  });

  test("nothing of it lies in the files of the store, nor in a log", async () => {
    const folders = [bot.dataDir, ...(redis ? [redis.dir] : [])];
    const bytes = (await Promise.all(folders.map(bytesIn))).join("");
    expect(
      (await readdir(engine === "lmdb" ? join(bot.dataDir, "store") : (redis?.dir ?? ""))).length,
    ).toBeGreaterThan(0);
    for (const secret of secrets) {
      expect(bytes).not.toContain(asBytes(secret));
      expect(bot.logged()).not.toContain(secret);
    }
  });
});
