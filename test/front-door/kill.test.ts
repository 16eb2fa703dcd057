import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openBackstage } from "../../bot/main.js";
import { caseRecord, noteStream } from "../../casework/case/case.js";
import { casesIndex } from "../../casework/case/open-cases.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { seeded } from "../casework/privacy/fill.js";
import { createWire, type Person, type Wire } from "../wire/person.js";
import { caseIdIn } from "./bot.js";
import { type BotProcess, startBotProcess } from "./bot-process.js";

/** Kills of one run: some in `npm test`, many with KIM_LONG. */
const KILLS = process.env.KIM_LONG ? 100 : 20;
const OWNER = "22222222-2222-4222-8222-222222222222";

let dataDir: string;
let bot: BotProcess | undefined;
let wire: Wire | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kim-kill-"));
});
afterEach(async () => {
  await wire?.close();
  await bot?.end("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

/** What a person tried to write, and what of it the bot said is saved. */
type Diary = { readonly tried: string[]; readonly saved: string[] };

/** Writes one thing after another until the bot is gone; `saved` is called after each that was acknowledged. */
async function write(
  diary: Diary,
  next: (text: string) => Promise<boolean>,
  round: string,
  saved = () => {},
): Promise<void> {
  for (let i = 0; ; i++) {
    const text = `${round} Nummer ${i} Ende`;
    diary.tried.push(text);
    try {
      if (await next(text)) {
        diary.saved.push(text);
        saved();
      }
    } catch {
      return;
    }
  }
}

test("killed with SIGKILL at any moment of a busy time, what was acknowledged is there once, and nothing is half there", async () => {
  const draw = seeded(20261123);
  const notes: Diary = { tried: [], saved: [] };
  const measures: Diary = { tried: [], saved: [] };
  const cases: string[] = [];
  let caseId = "";

  for (let kill = 0; kill < KILLS; kill++) {
    const running = await startBotProcess(dataDir);
    const people = await createWire({ botUrl: running.url });
    [bot, wire] = [running, people];
    const person = () => people.person("Case Management Eschweiler", { id: OWNER });
    const opens = async (who: Person) =>
      caseIdIn((await who.presses(await who.says("Neuer Fall: Eschweiler, Wohngeld"), "Anlegen")).text);
    caseId ||= await opens(person());
    const says = async (who: Person, text: string, saved: string) =>
      (await who.says(text)).text.includes(saved);
    const [noteTaker, planner, opener] = [person(), person(), person()];
    // However slow the machine is: the clock runs from the first thing that was acknowledged.
    let timer: NodeJS.Timeout | undefined;
    const wait = draw.below(150);
    const startClock = () => {
      timer ??= setTimeout(() => running.process.kill("SIGKILL"), wait);
    };
    await Promise.all([
      write(
        notes,
        (text) => says(noteTaker, `Notiz zu ${caseId}: ${text}`, "Notiz gespeichert"),
        `N${kill}`,
        startClock,
      ),
      write(
        measures,
        (text) => says(planner, `Maßnahme zu ${caseId}: ${text} bis 12.03.2027`, "Maßnahme gespeichert"),
        `M${kill}`,
        startClock,
      ),
      write({ tried: [], saved: [] }, async () => cases.push(await opens(opener)) > 0, ""),
    ]);
    clearTimeout(timer);
    await running.end("SIGKILL");
    await people.close();
  }

  const backstage = await openBackstage({ DATA_DIR: dataDir });
  try {
    const { store, keyring } = backstage.ledger;
    const unit = beginWork(store, keyring, Date.now());
    const history = (await unit.readStream(noteStream, caseId)).map(({ entry }) => entry.text);
    const planned = (await unit.read(caseRecord, caseId))?.measures ?? [];
    expect(notes.saved.length + measures.saved.length).toBeGreaterThanOrEqual(KILLS);
    for (const [{ tried, saved }, there] of [
      [notes, history],
      [measures, planned.map(({ what }) => what)],
    ] as const) {
      const count = (text: string) => there.filter((one) => one.includes(text)).length;
      expect(saved.filter((text) => count(text) !== 1)).toEqual([]);
      expect(tried.filter((text) => count(text) > 1)).toEqual([]);
    }
    // Nothing half: each case has its line in the list of cases, and each line its case.
    const listed = (await store.range(casesIndex(OWNER))).map(({ member }) => member);
    expect(cases.filter((id) => !listed.includes(id))).toEqual([]);
    const opened = await unit.readMany(caseRecord, listed);
    expect(opened.filter((entry) => entry === undefined)).toEqual([]);
  } finally {
    await backstage.close();
  }
}, 600_000);

test("told to stop with SIGTERM while people write, it ends by itself, and all that it took is answered and saved", async () => {
  const running = await startBotProcess(dataDir);
  const people = await createWire({ botUrl: running.url });
  [bot, wire] = [running, people];
  const person = people.person("Case Management Eschweiler", { id: OWNER });
  const caseId = caseIdIn(
    (await person.presses(await person.says("Neuer Fall: Eschweiler, Wohngeld"), "Anlegen")).text,
  );
  const diary: Diary = { tried: [], saved: [] };
  const stopping = new Promise<number | null>((resolve) => {
    setTimeout(() => resolve(running.end("SIGTERM")), 150);
  });
  await write(
    diary,
    async (text) => (await person.says(`Notiz zu ${caseId}: ${text}`)).text.includes("Notiz gespeichert"),
    "T",
  );
  expect(await stopping).toBe(0);
  const backstage = await openBackstage({ DATA_DIR: dataDir });
  try {
    const unit = beginWork(backstage.ledger.store, backstage.ledger.keyring, Date.now());
    const history = (await unit.readStream(noteStream, caseId)).map(({ entry }) => entry.text);
    const written = history.filter((text) => text.startsWith("T Nummer"));
    // Drained: whatever was written was also acknowledged.
    expect(written).toEqual(diary.saved);
    expect(diary.saved.length).toBeGreaterThan(0);
  } finally {
    await backstage.close();
  }
}, 60_000);
