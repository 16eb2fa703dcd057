import { examine } from "../doctor/examine.js";
import { probes } from "../doctor/real-probes.js";
import type { CliCommand } from "./command-line.js";
import { print } from "./command-line.js";

const SIGNS = { good: "✓", hint: "!", fault: "✗" } as const;

export const doctor: CliCommand = {
  words: ["doctor"],
  usage: "doctor",
  does: "Prüft Einstellungen, Speicher, Schlüssel, Post, Kalender, Modell, Uhr und Version, und sagt, was zu tun ist.",
  least: 0,
  most: 0,
  run: async ({ env, flags }) => {
    const findings = await examine(env, { nodeVersion: process.version, clock: Date.now, fetch, probes });
    const faults = findings.filter(({ state }) => state === "fault").length;
    if (flags.json) print(JSON.stringify({ faults, findings }));
    else {
      for (const { state, about, text, remedy } of findings) {
        print(`${SIGNS[state]} ${about}: ${text}${remedy ? `\n    → ${remedy}` : ""}`);
      }
      print(
        faults === 0 ? "\nNichts steht dem Betrieb im Weg." : `\n${faults} Fehler. Bitte zuerst beheben.`,
      );
    }
    return faults === 0 ? 0 : 1;
  },
};
