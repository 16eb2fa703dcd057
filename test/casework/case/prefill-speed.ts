// Prints what reading 20,000 characters costs, in ms of processor time: run by prefill.test.ts in a process of its own.
import { prefillFromText } from "../../../casework/case/prefill.js";
import { leastCpuTime } from "../../apart/cpu-time.js";

const pieces = [
  ..."2 Kinder und |mit |1 |Duldung |a|- ".split("|"),
  ..."two kids and |with her |needs a |needs flats |Arabic, |speaks Arabic and |tolerated expires |Kinder 1, ".split(
    "|",
  ),
];
const times = pieces.map((piece) => {
  const text = piece.repeat(20_000 / piece.length);
  return [piece, leastCpuTime(() => void prefillFromText(text, "2026-11-18"), 3)] as const;
});
console.log(JSON.stringify(times));
