import type { CliCommand } from "./command-line.js";

export const serveCommand: CliCommand = {
  words: ["serve"],
  usage: "serve",
  does: "Startet den Bot allein (Port aus PORT, sonst 3978).",
  least: 0,
  most: 0,
  run: async ({ env }) => ((await (await import("../serve.js")).runServer(env)) === 0 ? 0 : 1),
};

export const startCommand: CliCommand = {
  words: ["start"],
  usage: "start",
  does: "Startet den Bot mit Beispieldaten im Microsoft 365 Agents Playground. Kein Konto, keine Cloud.",
  least: 0,
  most: 0,
  run: async ({ env }) =>
    (await (await import("../start-playground.js")).startPlayground(env)) === 0 ? 0 : 1,
};
