import { createHash } from "node:crypto";
import type { Job, Store } from "../../casework/store/store.js";
import { readConfig } from "../config.js";
import { openStore } from "../main.js";
import { outboxState, queues } from "../outbox/queues.js";
import { deadLetters } from "../outbox/worker.js";
import {
  type CliCommand,
  type CommandLine,
  complain,
  type ExitCode,
  print,
  UsageError,
} from "./command-line.js";

/** A dead letter as an operator sees it: where it lies and since when, nothing of what is in it. */
type DeadLetter = { readonly number: string; readonly queue: string; readonly since: string };
type Found = DeadLetter & { readonly job: Job };

const MOST_LISTED = 1_000;

export const outboxList: CliCommand = {
  words: ["outbox", "list"],
  usage: "outbox list",
  does: "Zeigt, was im Ausgang wartet und was liegen geblieben ist. Inhalte zeigt es nie.",
  least: 0,
  most: 0,
  run: (line) =>
    withStore(line, async (store) => {
      const state = await outboxState(store, Date.now());
      const dead = (await deadLettersIn(store)).map(({ job: _, ...letter }) => letter);
      if (line.flags.json) {
        print(JSON.stringify({ queues: state, dead }));
        return 0;
      }
      for (const { queue, waiting, troubled, lateMs } of state) {
        if (waiting === 0) continue;
        const late =
          lateMs > 60_000 ? `, der älteste seit ${Math.round(lateMs / 60_000)} Minuten fällig` : "";
        print(`${queue}: ${waiting} warten, davon ${troubled} schon vergeblich versucht${late}`);
      }
      for (const { number, queue, since } of dead)
        print(`liegen geblieben: ${number}  ${queue}  seit ${since}`);
      if (dead.length > 0)
        print("Noch einmal versuchen: kim outbox retry NUMMER, verwerfen: kim outbox drop NUMMER");
      else print("Nichts ist liegen geblieben.");
      return 0;
    }),
};

export const outboxRetry: CliCommand = {
  words: ["outbox", "retry"],
  usage: "outbox retry NUMMER | --all",
  does: "Versucht, was liegen geblieben ist, noch einmal. Nichts geschieht zweimal.",
  options: { all: { type: "boolean" } },
  least: 0,
  run: (line) =>
    onChosen(line, async (store, { queue, job }) => {
      await store.commit({
        finish: [{ queue: deadLetters(queue), id: job.id }],
        enqueue: [{ queue, id: job.id, due: Date.now(), value: job.value }],
      });
    }),
};

export const outboxDrop: CliCommand = {
  words: ["outbox", "drop"],
  usage: "outbox drop NUMMER | --all",
  does: "Verwirft, was liegen geblieben ist. Es wird dann nie mehr gesendet.",
  options: { all: { type: "boolean" } },
  least: 0,
  run: (line) =>
    onChosen(line, async (store, { queue, job }) => {
      await store.commit({ finish: [{ queue: deadLetters(queue), id: job.id }] });
    }),
};

/** Does `work` to the dead letters whose numbers were given. All numbers are known, or nothing is done. */
function onChosen(
  line: CommandLine,
  work: (store: Store, letter: Found) => Promise<void>,
): Promise<ExitCode> {
  if (line.flags.all !== true && line.args.length === 0)
    throw new UsageError("Es fehlt eine Nummer, oder --all.");
  return withStore(line, async (store) => {
    const found = await deadLettersIn(store);
    const unknown = line.args.filter((number) => !found.some((letter) => letter.number === number));
    if (unknown.length > 0) {
      complain(`Nichts geändert. Diese Nummern gibt es nicht: ${unknown.join(", ")}`);
      return 1;
    }
    const chosen = found.filter(({ number }) => line.flags.all === true || line.args.includes(number));
    for (const letter of chosen) await work(store, letter);
    print(line.flags.json ? JSON.stringify({ done: chosen.length }) : `${chosen.length} erledigt.`);
    return 0;
  });
}

async function deadLettersIn(store: Store): Promise<readonly Found[]> {
  const lists = await Promise.all(
    queues.map(async (queue) => {
      const jobs = await store.jobs(deadLetters(queue), MOST_LISTED);
      return jobs.map(
        (job): Found => ({
          number: numberOf(queue, job.id),
          queue,
          since: new Date(job.due).toISOString(),
          job,
        }),
      );
    }),
  );
  return lists.flat();
}

/** The ids of jobs tell of which case they are; this tells nothing. */
function numberOf(queue: string, id: string): string {
  return createHash("sha256").update(`${queue}/${id}`).digest("hex").slice(0, 10);
}

async function withStore({ env }: CommandLine, work: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const { store } = await openStore(readConfig(env));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
