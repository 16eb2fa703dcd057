import { test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { parseCommand } from "../../../bot/routing/parse-command.js";
import { loadPhrases, misread } from "./phrases.js";
test("held", () => {
  const held = loadPhrases().filter((p) => p.held);
  const bad = held.filter((p) => misread(p));
  console.log("HELD", held.length - bad.length, held.length, process.env.SHOW ? bad.map((p) => p.text + "\n   " + JSON.stringify(p.expect) + "\n   " + misread(p)).join("\n") : "");
  const q: string[] = [];
  for (const f of ["train_de", "dev_de"]) for (const l of readFileSync(`/work/shared/data/omos/${f}.jsonl`, "utf8").trim().split("\n")) q.push(JSON.parse(l).question);
  const d = JSON.parse(readFileSync("/work/shared/data/directory-facts.json", "utf8"));
  const s: string[] = [];
  for (const a of d.anliegen) for (const x of [a.titel, ...a.synonyme]) { s.push(x); s.push(x + " Stolberg"); s.push("wer macht " + x + " in Eschweiler"); s.push("Hallo, " + x + "?"); s.push(x.toLowerCase()); }
  const fp = [...q, ...s].filter((t) => parseCommand(t, { today: "2026-11-18" }));
  console.log("QUESTIONS", q.length + s.length, "taken for commands", fp.length, fp.map((t) => t + " " + JSON.stringify(parseCommand(t, { today: "2026-11-18" }))).join("\n"));
  const all = loadPhrases().map((p) => p.text);
  for (let r = 0; r < 3; r++) for (const t of all) parseCommand(t, { today: "2026-11-18" });
  const t0 = performance.now();
  for (let r = 0; r < 20; r++) for (const t of all) parseCommand(t, { today: "2026-11-18" });
  console.log("us/call", ((performance.now() - t0) * 1000) / (20 * all.length));
  const t1 = performance.now();
  for (let r = 0; r < 10; r++) for (const t of q) parseCommand(t, { today: "2026-11-18" });
  console.log("us/question", ((performance.now() - t1) * 1000) / (10 * q.length));
});
