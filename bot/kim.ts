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
const commands: readonly { readonly words: string; readonly load: () => Promise<CliCommand> }[] = [
  { words: "directory import", load: async () => (await import("./commands/directory.js")).directoryImport },
  { words: "directory export", load: async () => (await import("./commands/directory.js")).directoryExport },
  {
    words: "directory reports",
    load: async () => (await import("./commands/directory.js")).directoryReports,
  },
  { words: "directory find", load: async () => (await import("./commands/directory.js")).directoryFind },
  { words: "knowledge ingest", load: async () => (await import("./commands/knowledge.js")).knowledgeIngest },
  { words: "knowledge search", load: async () => (await import("./commands/knowledge.js")).knowledgeSearch },
  { words: "knowledge ask", load: async () => (await import("./commands/knowledge.js")).knowledgeAsk },
  {
    words: "knowledge feedback",
    load: async () => (await import("./commands/knowledge-review.js")).knowledgeFeedback,
  },
  {
    words: "knowledge entries",
    load: async () => (await import("./commands/knowledge-review.js")).knowledgeEntries,
  },
  {
    words: "evaluate retrieval",
    load: async () => (await import("./commands/evaluate.js")).evaluateRetrievalCommand,
  },
  {
    words: "evaluate extraction",
    load: async () => (await import("./commands/evaluate.js")).evaluateExtractionCommand,
  },
  {
    words: "conference slots",
    load: async () => (await import("./commands/conference-slots.js")).conferenceSlots,
  },
  { words: "case import", load: async () => (await import("./commands/case-import.js")).caseImport },
  { words: "case export", load: async () => (await import("./commands/case-export.js")).caseExport },
  { words: "case erase", load: async () => (await import("./commands/case-erase.js")).caseErase },
  { words: "store backup", load: async () => (await import("./commands/store.js")).storeBackup },
  { words: "store restore", load: async () => (await import("./commands/store.js")).storeRestore },
  { words: "outbox list", load: async () => (await import("./commands/outbox.js")).outboxList },
  { words: "outbox retry", load: async () => (await import("./commands/outbox.js")).outboxRetry },
  { words: "outbox drop", load: async () => (await import("./commands/outbox.js")).outboxDrop },
  { words: "doctor", load: async () => (await import("./commands/doctor.js")).doctor },
  { words: "keys rotate", load: async () => (await import("./commands/keys.js")).keysRotate },
  { words: "audit verify", load: async () => (await import("./commands/audit.js")).auditVerify },
  { words: "staff import", load: async () => (await import("./commands/staff.js")).staffImport },
  { words: "staff remove", load: async () => (await import("./commands/staff.js")).staffRemove },
  { words: "package", load: async () => (await import("./commands/app-package.js")).appPackage },
  { words: "serve", load: async () => (await import("./commands/run.js")).serveCommand },
  { words: "start", load: async () => (await import("./commands/run.js")).startCommand },
];

/** `kim …`: finds the command, runs it, and says in German what went wrong. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const found = commands.find(({ words }) => words === argv.slice(0, words.split(" ").length).join(" "));
  if (!found) {
    const asked = argv.length === 0 || ["help", "--help", "-h", "hilfe"].includes(argv[0] ?? "");
    if (!asked) complain(`Den Befehl „${argv.join(" ")}“ gibt es nicht.\n`);
    (asked ? print : complain)(await overview());
    return asked ? 0 : 2;
  }
  const command = await found.load();
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
  if ("code" in error && error.code === "ENOSPC")
    return "Die Platte ist voll. Bitte Platz schaffen und noch einmal versuchen.";
  if ("code" in error && error.code === "ENOENT" && "path" in error)
    return `Nicht gefunden: ${String(error.path)}`;
  return error.message;
}

async function overview(): Promise<string> {
  const all = await Promise.all(commands.map(({ load }) => load()));
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
