import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openBackstage } from "../../bot/main.js";
import { noteStream } from "../../casework/case/case.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { createWire, type Wire } from "../wire/person.js";
import { caseIdIn } from "./bot.js";
import { type BotProcess, startBotProcess } from "./bot-process.js";

const OWNER = "22222222-2222-4222-8222-222222222222";

let dataDir: string;
let bot: BotProcess | undefined;
let wire: Wire | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kim-stop-"));
});
afterEach(async () => {
  await wire?.close();
  await bot?.end("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

test("told to stop with SIGTERM while people write, it ends by itself, and all that it took is answered and saved", async () => {
  const running = await startBotProcess(dataDir);
  const people = await createWire({ botUrl: running.url });
  [bot, wire] = [running, people];
  const person = people.person("Case Management Eschweiler", { id: OWNER });
  const caseId = caseIdIn(
    (await person.presses(await person.says("Neuer Fall: Eschweiler, Wohngeld"), "Anlegen")).text,
  );
  const saved: string[] = [];
  const stop = () =>
    new Promise<number | null>((resolve) => {
      setTimeout(() => resolve(running.end("SIGTERM")), 150);
    });
  let stopping: Promise<number | null> | undefined;
  for (let i = 0; ; i++) {
    const text = `T Nummer ${i} Ende`;
    const answer = await person.says(`Notiz zu ${caseId}: ${text}`).catch(() => undefined);
    if (!answer) break;
    if (answer.text.includes("Notiz gespeichert")) saved.push(text);
    // However slow the machine is: the clock runs from the first answer.
    stopping ??= stop();
  }
  expect(await stopping).toBe(0);
  const backstage = await openBackstage({ DATA_DIR: dataDir });
  try {
    const unit = beginWork(backstage.ledger.store, backstage.ledger.keyring, Date.now());
    const history = (await unit.readStream(noteStream, caseId)).map(({ entry }) => entry.text);
    const written = history.filter((text) => text.startsWith("T Nummer"));
    // Drained: whatever was written was also acknowledged.
    expect(written).toEqual(saved);
    expect(saved.length).toBeGreaterThan(0);
  } finally {
    await backstage.close();
  }
}, 60_000);
