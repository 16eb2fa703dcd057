import { beginWork } from "../../casework/store/unit-of-work.js";
import { readFeedback } from "../../knowledge/documents/feedback.js";
import { listEntries, removeEntry } from "../../knowledge/experts/entries.js";
import {
  type CliCommand,
  complain,
  type ExitCode,
  print,
  UsageError,
  withBackstage,
} from "./command-line.js";
import { commitCommand } from "./command-request.js";

const MOST = 1_000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

export const knowledgeFeedback: CliCommand = {
  words: ["knowledge", "feedback"],
  usage: "knowledge feedback",
  does: "Zeigt, wie Antworten aus den Unterlagen bewertet wurden, die neuesten zuerst.",
  least: 0,
  most: 0,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger }) => {
      const found = await readFeedback(beginWork(ledger.store, ledger.keyring, ledger.clock()), MOST);
      if (line.flags.json) {
        print(JSON.stringify(found.map((one) => ({ ...one, at: new Date(one.at).toISOString() }))));
        return 0;
      }
      if (found.length === 0) print("Noch keine Bewertung.");
      for (const { at, reaction, comment, about } of found) {
        print(`${day(at)}  ${reaction === "like" ? "👍" : "👎"}  ${comment || "(ohne Kommentar)"}`);
        if (about) print(`            Frage: ${about.question} · Modell: ${about.model}`);
      }
      return 0;
    }),
};

export const knowledgeEntries: CliCommand = {
  words: ["knowledge", "entries"],
  usage: "knowledge entries [remove ID]",
  does: "Zeigt die Auskünfte von Fachstellen in den Unterlagen; „remove ID“ nimmt eine heraus.",
  least: 0,
  most: 2,
  run: (line) =>
    withBackstage<ExitCode>(line, async ({ ledger }) => {
      const [action, id] = line.args;
      if (action === undefined) {
        const entries = await listEntries(beginWork(ledger.store, ledger.keyring, ledger.clock()));
        if (line.flags.json) print(JSON.stringify(entries));
        else if (entries.length === 0) print("Noch keine Auskunft einer Fachstelle in den Unterlagen.");
        else
          for (const entry of entries)
            print(`${entry.id}  ${day(entry.at)}  ${entry.title}\n   ${entry.text}`);
        return 0;
      }
      if (action !== "remove" || id === undefined) throw new UsageError("Möglich ist: remove ID");
      if (await commitCommand(ledger, (unit) => removeEntry(unit, id))) {
        print("Herausgenommen. Ein laufender Bot antwortet ab dem nächsten Mal ohne sie.");
        return 0;
      }
      complain(`Eine Auskunft „${id}“ gibt es nicht. „kim knowledge entries“ zeigt alle.`);
      return 1;
    }),
};
