import { test } from "@jest/globals";
import { parseCommand } from "../../../bot/routing/parse-command.js";
import { utterance, datesOf } from "../../../bot/routing/utterance.js";
test("x", () => {
  for (const t of (process.env.T ?? "").split("|")) {
    const u = utterance(t, "2026-11-18");
    console.log(t, JSON.stringify(parseCommand(t, { today: "2026-11-18" })), JSON.stringify(u.words.map(w=>[w.folded,[...w.roles]])), JSON.stringify(datesOf(u)));
  }
});
