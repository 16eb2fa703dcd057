// Prints what searching 100,000 characters costs, in ms of processor time: run by case-id.test.ts apart.
import { findCaseIds } from "../../../casework/privacy/case-id.js";
import { leastCpuTime } from "../../apart/cpu-time.js";

const times = ["k", "k ", "k-", "7f3q", "K – "].map((piece) => {
  const text = piece.repeat(100_000 / piece.length);
  return [piece, leastCpuTime(() => void findCaseIds(text), 3)] as const;
});
console.log(JSON.stringify(times));
