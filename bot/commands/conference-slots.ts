import { readFile } from "node:fs/promises";
import { parseSlotRequest } from "../../casework/conference/slot-request.js";
import { findSlots } from "../../casework/conference/slots.js";
import { type CliCommand, complain, print } from "./command-line.js";

export const conferenceSlots: CliCommand = {
  words: ["conference", "slots"],
  usage: "conference slots ANFRAGE.json [--all]",
  does: "Sucht Termine für eine Konferenz. Mit --all jeden möglichen Beginn in zeitlicher Folge. Muster: bot/samples/conference/slot-request.json.",
  options: { all: { type: "boolean" } },
  least: 1,
  most: 1,
  async run({ args, flags }) {
    let input: unknown;
    try {
      input = JSON.parse(await readFile(args[0] ?? "", "utf8"));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      complain(`Die Datei ${args[0]} ist kein gültiges JSON.`);
      return 1;
    }
    const parsed = parseSlotRequest(input);
    if (!parsed.ok) {
      complain(
        `Die Anfrage ist nicht vollständig:\n${parsed.problems.map((one) => `  - ${one}`).join("\n")}`,
      );
      return 1;
    }
    const answer = findSlots(parsed.request, { all: flags.all === true });
    if (flags.json) print(JSON.stringify(answer));
    else {
      print(`${answer.feasible} mögliche Anfänge`);
      for (const { start, end, reasons } of answer.slots)
        print(`  ${start} bis ${end}  ${reasons.join("; ")}`);
    }
    return 0;
  },
};
