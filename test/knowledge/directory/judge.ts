import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Directory } from "../../../knowledge/directory/build.js";
import { findOffices } from "../../../knowledge/directory/find.js";
import type { FindResult } from "../../../knowledge/directory/model.js";

export type TestQuestion = {
  readonly question: string;
  readonly expect: {
    readonly status: FindResult["status"];
    /** Id of a topic that must be among those understood. */
    readonly topic?: string;
    /** Id of the office at the top; one of several that are equally right. */
    readonly office?: string | readonly string[];
    /** Short name of the municipality. */
    readonly place?: string;
  };
};

export const TODAY = { today: "2026-11-23", staleAfterDays: 365 };

/** Written and looked at while the matching was tuned. */
export const openQuestions = (): readonly TestQuestion[] => read("questions.jsonl");
/** Written before there was any code, and not looked at while tuning. */
export const heldBackQuestions = (): readonly TestQuestion[] => read("questions-held-back.jsonl");
/** A second set, written when the first one had been seen, and asked only at the end. */
export const secondHeldBackQuestions = (): readonly TestQuestion[] => read("questions-held-back-2.jsonl");

function read(name: string): readonly TestQuestion[] {
  const path = join(process.cwd(), "test", "knowledge", "directory", name);
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as TestQuestion);
}

/** What is wrong with an answer; empty if it is right. */
export function faultsOf(directory: Directory, { question, expect }: TestQuestion): readonly string[] {
  const result = findOffices(directory, question, TODAY);
  const faults: string[] = [];
  if (result.status !== expect.status) faults.push(`status ${result.status} instead of ${expect.status}`);
  const topics = result.topics.map(({ id }) => id);
  if (expect.topic !== undefined && !topics.includes(expect.topic)) {
    faults.push(`topics ${topics.join(", ") || "none"} instead of ${expect.topic}`);
  }
  const offices = typeof expect.office === "string" ? [expect.office] : (expect.office ?? []);
  // The numbers to call stand before the Jugendamt in an emergency; otherwise the office must be at the top.
  const shown = result.answers
    .map(({ office }) => office.id)
    .slice(0, expect.status === "emergency" ? undefined : 1);
  if (offices.length > 0 && !offices.some((id) => shown.includes(id))) {
    faults.push(`office ${shown[0] ?? "none"} instead of ${offices.join(" or ")}`);
  }
  if (expect.place !== undefined && !(result.place?.name ?? "").startsWith(expect.place)) {
    faults.push(`place ${result.place?.name ?? "none"} instead of ${expect.place}`);
  }
  if (expect.status === "unknown" && result.answers.length > 0) faults.push(`guessed ${shown[0]}`);
  return faults;
}
