import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type Backstage, openBackstage } from "../main.js";

/** 0: done, whatever the status in the answer. 1: failed or faulty data. 2: called wrongly. */
export type ExitCode = 0 | 1 | 2;

export type CommandLine = {
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly env: NodeJS.ProcessEnv;
};

/** One command of `kim`. `usage` and `does` are German. */
export type CliCommand = {
  readonly words: readonly string[];
  readonly usage: string;
  readonly does: string;
  /** Options beside `--json` and `--help`. */
  readonly options?: Readonly<Record<string, { type: "string" | "boolean"; short?: string }>>;
  readonly least: number;
  readonly most?: number;
  readonly run: (line: CommandLine) => Promise<ExitCode>;
};

/** The operator called the command with something it does not take. The message is German. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Opens store and knowledge for one command and closes them again. */
export async function withBackstage<T>(
  { env }: CommandLine,
  work: (backstage: Backstage) => Promise<T>,
): Promise<T> {
  const backstage = await openBackstage(env);
  try {
    return await work(backstage);
  } finally {
    await backstage.close();
  }
}

/**
 * Answers a question, or with `-` every line of standard input, one JSON object a line. Empty lines are passed over.
 */
export async function answerEach<T>(
  line: CommandLine,
  question: string,
  answer: (question: string) => T | Promise<T>,
  show: (result: T) => string,
): Promise<void> {
  if (question !== "-") {
    const result = await answer(question);
    print(line.flags.json ? JSON.stringify(result) : show(result));
    return;
  }
  for await (const each of createInterface({ input: process.stdin })) {
    if (each.trim() !== "") print(JSON.stringify(await answer(each)));
  }
}

/** Splits the words behind a command into flags and arguments. @throws UsageError */
export function readLine(command: CliCommand, words: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" }, ...command.options },
      allowPositionals: true,
    });
    const flags: Record<string, string | boolean | undefined> = { ...values } as never;
    if (flags.help) return { args: [], flags, env };
    if (positionals.length < command.least) throw new UsageError("Es fehlt eine Angabe.");
    if (command.most !== undefined && positionals.length > command.most) {
      throw new UsageError(`Zu viele Angaben: ${positionals.slice(command.most).join(" ")}`);
    }
    return { args: positionals, flags, env };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const option = /'(-[^']*)'/.exec((error as Error).message)?.[1];
    throw new UsageError(
      option ? `Die Option ${option} gibt es hier nicht oder ihr fehlt ein Wert.` : "Falsche Angabe.",
    );
  }
}
