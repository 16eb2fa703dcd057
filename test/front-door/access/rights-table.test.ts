import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { packageRoot } from "../../../bot/package-root.js";
import { needsInGerman } from "./decisions.js";
import {
  buttons,
  commandLine,
  commands,
  type Operation,
  operations,
  otherEvents,
  type Place,
  views,
} from "./operations.js";

/** docs/rechte.md holds the matrix as people read it; `KIM_SCREENSHOTS=1`, with which docs/ is made anew, writes its table. */

const path = join(packageRoot(), "docs", "rechte.md");
const START = "<!-- Anfang der Tabelle, aus test/front-door/access -->";
const END = "<!-- Ende der Tabelle -->";

const offers = (places: Readonly<Record<string, Place>>, operation: Operation) =>
  Object.values(places).some(([offered]) => offered === operation);

function table(): string {
  const rows = (Object.keys(operations) as Operation[]).map((operation) => {
    const { title, needs } = operations[operation];
    const inChat = offers(commands, operation) || offers(buttons, operation) || asked(operation);
    const inTab = inChat || offers(views, operation);
    const searched = otherEvents.search === operation;
    const byOperator = Object.entries(commandLine)
      .filter(([, at]) => at.operation === operation)
      .map(([name]) => `\`kim ${name}\``);
    return [
      title,
      needsInGerman[needs],
      inChat ? "ja" : "–",
      inTab ? "ja" : "–",
      searched ? "ja" : "–",
      byOperator.length > 0 ? byOperator.join(", ") : "–",
    ];
  });
  const head = ["Vorgang", "Wer", "Chat", "Tab", "Nachrichtenerweiterung", "Befehlszeile (Betrieb)"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** What is neither a command nor a button: a question in plain words. */
function asked(operation: Operation): boolean {
  return (
    operation === "offices" || operation === "documents" || Object.values(otherEvents).includes(operation)
  );
}

test("the rights as docs/rechte.md tells them are those of the matrix", async () => {
  const text = await readFile(path, "utf8");
  const [before = "", rest = ""] = text.split(START);
  const [shown = "", after = ""] = rest.split(END);
  if (process.env.KIM_SCREENSHOTS === "1")
    await writeFile(path, `${before}${START}\n\n${table()}\n\n${END}${after}`);
  else expect(shown.trim()).toBe(table());
});
