import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createWire, type Wire } from "../wire/person.js";
import { caseIdIn } from "./bot.js";

/** Kills of one run: a sample in `npm test`, many with KIM_LONG. */
const KILLS = process.env.KIM_LONG ? 100 : 8;

type Child = { readonly process: ChildProcess; readonly url: string };

async function startChild(dataDir: string): Promise<Child> {
  const child = spawn(process.execPath, ["bot/launch.mjs", "serve"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /"url":"([^"]+)"/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`The bot did not start: ${printed}`)));
  });
  return { process: child, url };
}

/** Random moments, the same in each run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test("killed with SIGKILL at any moment, nothing that was acknowledged is lost, and nothing is there twice", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "kim-kill-"));
  const random = generator(20261123);
  const owner = "22222222-2222-4222-8222-222222222222";
  let child = await startChild(dataDir);
  let wire: Wire = await createWire({ botUrl: child.url });
  try {
    const person = wire.person("Case Management Eschweiler", { id: owner });
    const caseId = caseIdIn(
      (await person.presses(await person.says("Neuer Fall: Eschweiler, Wohngeld"), "Anlegen")).text,
    );

    const acknowledged: string[] = [];
    const attempted: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const writer = wire.person("Case Management Eschweiler", { id: owner });
      const dead = once(child.process, "exit");
      // However slow the machine is: the clock runs from the first note that was acknowledged.
      let timer: NodeJS.Timeout | undefined;
      for (let note = 0; child.process.exitCode === null && child.process.signalCode === null; note++) {
        const text = `Eintrag ${kill} Nummer ${note} Ende`;
        attempted.push(text);
        try {
          const answer = await writer.says(`Notiz zu ${caseId}: ${text}`);
          if (answer.text.includes("Notiz gespeichert")) acknowledged.push(text);
          timer ??= setTimeout(() => child.process.kill("SIGKILL"), random() * 150);
        } catch {
          break;
        }
      }
      clearTimeout(timer);
      await dead;
      await wire.close();
      child = await startChild(dataDir);
      wire = await createWire({ botUrl: child.url });
    }
    const reader = wire.person("Case Management Eschweiler", { id: owner });
    let page = await reader.says(`Verlauf ${caseId}`);
    let all = page.text;
    while (JSON.stringify(page.card).includes("Ältere zeigen")) {
      page = await reader.presses(page, "Ältere zeigen");
      all += `\n${page.text}`;
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
    for (const text of acknowledged) expect(all.split(text)).toHaveLength(2);
    for (const text of attempted) expect(all.split(text).length).toBeLessThanOrEqual(2);
  } finally {
    await wire.close();
    const dead = once(child.process, "exit");
    child.process.kill("SIGKILL");
    await dead;
    await rm(dataDir, { recursive: true, force: true });
  }
}, 600_000);
