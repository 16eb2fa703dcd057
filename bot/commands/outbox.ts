import { detectPersonalData } from "../../casework/privacy/detect.js";
import { openKeyring } from "../../casework/store/keyring.js";
import { beginWork } from "../../casework/store/unit-of-work.js";
import { type Config, readConfig } from "../config.js";
import { openStore } from "../main.js";
import { masterKeysOf } from "../open-keyring.js";
import {
  type DeadLetter,
  type Decision,
  dropLetter,
  lastDecisions,
  listDeadLetters,
  retryLetter,
} from "../outbox/dead-letters.js";
import { outboxState, type QueueState } from "../outbox/queues.js";
import type { Ledger } from "../turn/transact.js";
import {
  type CliCommand,
  type CommandLine,
  complain,
  type ExitCode,
  print,
  UsageError,
  withBackstage,
} from "./command-line.js";

const DECISIONS_SHOWN = 10;
/** Letters that are decided about side by side: an engine writes them to the disk together. */
const AT_ONCE = 100;

export const outboxList: CliCommand = {
  words: ["outbox", "list"],
  usage: "outbox list",
  does: "Zeigt, was im Ausgang wartet, was liegen geblieben ist und was zuletzt entschieden wurde. Inhalte zeigt es nie.",
  least: 0,
  most: 0,
  async run({ env, flags }) {
    const config = readConfig(env);
    const { store } = await openStore(config);
    try {
      const state = await outboxState(store, Date.now());
      const dead = (await listDeadLetters(store)).map(({ job: _, ...letter }) => letter);
      const decisions = await decisionsIn(config, store);
      if (flags.json) print(JSON.stringify({ queues: state, dead, decisions }));
      else show(state, dead, decisions);
      return 0;
    } finally {
      await store.close();
    }
  },
};

function show(
  state: readonly QueueState[],
  dead: readonly Omit<DeadLetter, "job">[],
  decisions: readonly Decision[],
): void {
  for (const { queue, waiting, troubled, lateMs } of state) {
    if (waiting === 0) continue;
    const late = lateMs > 60_000 ? `, der älteste seit ${Math.round(lateMs / 60_000)} Minuten fällig` : "";
    print(`${queue}: ${waiting} warten, davon ${troubled} schon vergeblich versucht${late}`);
  }
  for (const { number, queue, since } of dead) print(`liegen geblieben: ${number}  ${queue}  seit ${since}`);
  if (dead.length > 0) {
    print("Noch einmal versuchen: kim outbox retry NUMMER, verwerfen: kim outbox drop NUMMER --reason GRUND");
  } else print("Nichts ist liegen geblieben.");
  for (const { at, number, queue, what, reason } of decisions) {
    const words = what === "retried" ? "noch einmal versucht" : `verworfen: ${reason}`;
    print(`zuletzt: ${number}  ${queue}  ${new Date(at).toISOString()}  ${words}`);
  }
}

/** None where the store is empty or its key is missing: waiting jobs are told all the same. */
async function decisionsIn(
  config: Config,
  store: Awaited<ReturnType<typeof openStore>>["store"],
): Promise<readonly Decision[]> {
  if (await store.portable.isEmpty()) return [];
  try {
    const keyring = await openKeyring(store, await masterKeysOf(config));
    return await lastDecisions(beginWork(store, keyring, Date.now()), DECISIONS_SHOWN);
  } catch {
    return [];
  }
}

export const outboxRetry: CliCommand = {
  words: ["outbox", "retry"],
  usage: "outbox retry NUMMER | --all",
  does: "Versucht, was liegen geblieben ist, noch einmal. Nichts geschieht zweimal. Steht im Zugriffsprotokoll.",
  options: { all: { type: "boolean" } },
  least: 0,
  run: (line) => onChosen(line, retryLetter),
};

export const outboxDrop: CliCommand = {
  words: ["outbox", "drop"],
  usage: "outbox drop NUMMER | --all --reason GRUND",
  does: "Verwirft, was liegen geblieben ist. Es wird dann nie mehr gesendet. Der Grund wird festgehalten, der Vorgang steht im Zugriffsprotokoll.",
  options: { all: { type: "boolean" }, reason: { type: "string" } },
  least: 0,
  async run(line) {
    const reason = typeof line.flags.reason === "string" ? line.flags.reason.trim() : "";
    if (reason === "") throw new UsageError("Der Grund fehlt: --reason GRUND");
    const { cleaned } = detectPersonalData(reason);
    return onChosen(line, (ledger, letter) => dropLetter(ledger, letter, cleaned));
  },
};

/** Does `work` to the dead letters whose numbers were given. All numbers are known, or nothing is done. */
function onChosen(
  line: CommandLine,
  work: (ledger: Ledger, letter: DeadLetter) => Promise<boolean>,
): Promise<ExitCode> {
  const all = line.flags.all === true;
  if (!all && line.args.length === 0) throw new UsageError("Es fehlt eine Nummer, oder --all.");
  return withBackstage<ExitCode>(line, async ({ ledger }) => {
    const found = await listDeadLetters(ledger.store);
    const unknown = line.args.filter((number) => !found.some((letter) => letter.number === number));
    if (unknown.length > 0) {
      complain(`Nichts geändert. Diese Nummern gibt es nicht: ${unknown.join(", ")}`);
      return 1;
    }
    const seen = new Set<string>();
    let done = 0;
    let letters = found.filter(({ number }) => all || line.args.includes(number));
    while (letters.length > 0) {
      for (let at = 0; at < letters.length; at += AT_ONCE) {
        const some = letters.slice(at, at + AT_ONCE);
        const decided = await Promise.all(some.map((letter) => work(ledger, letter)));
        done += decided.filter((one) => one).length;
      }
      for (const { number } of letters) seen.add(number);
      // A list has an end, and behind it there may be more; what died again meanwhile is not tried twice.
      letters = all ? (await listDeadLetters(ledger.store)).filter(({ number }) => !seen.has(number)) : [];
    }
    print(line.flags.json ? JSON.stringify({ done }) : `${done} erledigt.`);
    return 0;
  });
}
