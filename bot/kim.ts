import {
  type CliCommand,
  complain,
  type ExitCode,
  print,
  readLine,
  UsageError,
} from "./commands/command-line.js";
import { ConfigFaulty } from "./config.js";

/** The words of each command and the file that holds it; loaded when it is called, so that a start is quick. */
const commands = {
  "directory import": async () => (await import("./commands/directory.js")).directoryImport,
  "directory export": async () => (await import("./commands/directory.js")).directoryExport,
  "directory reports": async () => (await import("./commands/directory.js")).directoryReports,
  "directory find": async () => (await import("./commands/directory.js")).directoryFind,
  "knowledge ingest": async () => (await import("./commands/knowledge.js")).knowledgeIngest,
  "knowledge search": async () => (await import("./commands/knowledge.js")).knowledgeSearch,
  "knowledge ask": async () => (await import("./commands/knowledge.js")).knowledgeAsk,
  "knowledge feedback": async () => (await import("./commands/knowledge-review.js")).knowledgeFeedback,
  "knowledge entries": async () => (await import("./commands/knowledge-review.js")).knowledgeEntries,
  "evaluate retrieval": async () => (await import("./commands/evaluate.js")).evaluateRetrievalCommand,
  "evaluate extraction": async () => (await import("./commands/evaluate.js")).evaluateExtractionCommand,
  "conference slots": async () => (await import("./commands/conference-slots.js")).conferenceSlots,
  "case import": async () => (await import("./commands/case-import.js")).caseImport,
  "case export": async () => (await import("./commands/case-export.js")).caseExport,
  "case erase": async () => (await import("./commands/case-erase.js")).caseErase,
  "store backup": async () => (await import("./commands/store.js")).storeBackup,
  "store restore": async () => (await import("./commands/store.js")).storeRestore,
  "outbox list": async () => (await import("./commands/outbox.js")).outboxList,
  "outbox retry": async () => (await import("./commands/outbox.js")).outboxRetry,
  "outbox drop": async () => (await import("./commands/outbox.js")).outboxDrop,
  doctor: async () => (await import("./commands/doctor.js")).doctor,
  "keys rotate": async () => (await import("./commands/keys.js")).keysRotate,
  "audit verify": async () => (await import("./commands/audit.js")).auditVerify,
  "staff import": async () => (await import("./commands/staff.js")).staffImport,
  "staff remove": async () => (await import("./commands/staff.js")).staffRemove,
  package: async () => (await import("./commands/app-package.js")).appPackage,
  serve: async () => (await import("./commands/run.js")).serveCommand,
  start: async () => (await import("./commands/run.js")).startCommand,
} satisfies Readonly<Record<string, () => Promise<CliCommand>>>;

export type CommandName = keyof typeof commands;

/** Every command that there is, for those who try them all. */
export function commandNames(): readonly CommandName[] {
  return Object.keys(commands) as CommandName[];
}

/** `kim …`: finds the command, runs it, and says in German what went wrong. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const found = commandNames().find((words) => words === argv.slice(0, words.split(" ").length).join(" "));
  if (!found) {
    const asked = argv.length === 0 || ["help", "--help", "-h", "hilfe"].includes(argv[0] ?? "");
    if (!asked) complain(`Den Befehl „${argv.join(" ")}“ gibt es nicht.\n`);
    (asked ? print : complain)(await overview());
    return asked ? 0 : 2;
  }
  const command = await commands[found]();
  const usage = `Aufruf: kim ${command.usage}\n\n${command.does}`;
  try {
    const line = readLine(command, argv.slice(command.words.length), process.env);
    if (line.flags.help) {
      print(usage);
      return 0;
    }
    return await command.run(line);
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\n\n${usage}`);
      return 2;
    }
    complain(reasonOf(error));
    return 1;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigFaulty) {
    return `Die Einstellungen sind unvollständig:\n${error.faults.map((fault) => `  - ${fault}`).join("\n")}`;
  }
  if (!(error instanceof Error)) return "Unbekannter Fehler.";
  if (error.name === "StoreUnavailable") {
    return `Der Speicher antwortet nicht (${error.message}). Bitte prüfen, ob er läuft, und noch einmal versuchen.`;
  }
  if ("code" in error && error.code === "ENOENT" && "path" in error)
    return `Nicht gefunden: ${String(error.path)}`;
  return error.message;
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map(({ usage }) => usage.length));
  return [
    "kim – Werkzeug für den Betrieb von KIM-Assistent",
    "",
    ...all.map(({ usage, does }) => `  kim ${usage.padEnd(width)}  ${does.split("\n")[0]}`),
    "",
    "Mit --json kommt die Antwort für Maschinen. Wo eine Frage steht, liest „-“ Fragen von der Standardeingabe.",
    "Rückgabe: 0 erledigt, 1 fehlgeschlagen oder fehlerhafte Daten, 2 falscher Aufruf.",
  ].join("\n");
}
