import { describe, expect, test } from "@jest/globals";
import { parseCommand } from "../../../bot/routing/parse-command.js";

const kindOf = (text: string) => parseCommand(text, { today: "2026-11-26" })?.kind;

describe("a long command word", () => {
  test.each([
    ["rükgängig", "undo"],
    ["rückgänig", "undo"],
    ["rückgänging", "undo"],
    ["mach das bitte rückgägnig", "undo"],
    ["zurüknehmen", "undo"],
    ["Notzugrif K-7F3Q9 Grund: Kollegin erkrankt", "emergency-access"],
    ["Löschsperr K-7F3Q9: Klage läuft", "hold-case"],
    ["Lückenlist", "figures"],
    ["meine Einladugnen", "shared"],
    ["Fallkonfernz für K-7F3Q9 mit Jobcenter", "plan-conference"],
    ["Fallkonverens für K-7F3Q9 mit Jobcenter", "plan-conference"],
    ["Widervorlage K-7F3Q9 in 6 Wochen", "add-measure"],
    ["Ansprechparner zu K-7F3Q9", "contacts"],
    ["Protokol zu K-7F3Q9", "minutes"],
  ])("is understood with a slip: „%s“", (text, kind) => expect(kindOf(text)).toBe(kind));

  test.each([
    "Bewilligung",
    "Rückgang",
    "rückwirkend",
    "rückständig",
    "Identitäten",
    "was ist ein Protokollant?",
    "Rückmeldung vom Vermieter kommt wann?",
    "Zugriff auf das Konto",
    "Einweisungen",
    "Ausladungen",
  ])("is not read into other words: „%s“", (text) => expect(kindOf(text)).toBeUndefined());
});
