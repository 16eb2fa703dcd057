import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { CaseEntry } from "../../casework/case/case.js";
import { changesOf } from "../../casework/case/change-log.js";
import type { Turn } from "../wire/person.js";
import { type Crowd, gatherCrowd } from "./crowd.js";

const PEOPLE = 50;
const HALF = PEOPLE / 2;
const LANGUAGES = ["Arabisch", "Dari", "Farsi", "Türkisch", "Ukrainisch"];

type Edit = {
  readonly fields: Readonly<Record<string, string | number>>;
  readonly isIn: (entry: CaseEntry) => boolean;
};

const goal = (text: string): Edit => ({
  fields: { free_goals: text },
  isIn: (entry) => entry.goals.filter((one) => one === text).length === 1,
});

/** The first half: a field of their own each, or a line of their own in a field that holds several. */
const apart: readonly Edit[] = [
  { fields: { urgency: "high" }, isIn: (entry) => entry.urgency === "high" },
  { fields: { interpreter: "yes" }, isIn: (entry) => entry.interpreter === "yes" },
  { fields: { ageBand: "27-64" }, isIn: (entry) => entry.ageBand === "27-64" },
  { fields: { status: "tolerated" }, isIn: (entry) => entry.status?.group === "tolerated" },
  { fields: { phase: "planning" }, isIn: (entry) => entry.phase === "planning" },
  ...LANGUAGES.map((language) => ({
    fields: { free_languages: language },
    isIn: (entry: CaseEntry) => entry.languages.includes(language),
  })),
  ...Array.from({ length: HALF - 5 - LANGUAGES.length }, (_, i) => goal(`Ziel ${i}`)),
];

/** The second half: one field, 25 values – and beside it a goal, which must not land without it. */
const household = (i: number) => 5 + i - HALF;
const beside = (i: number) => `Ziel neben ${household(i)} Personen`;

/** Whoever is told none of these is left in the dark. */
function answerOf({ text }: Turn): string {
  if (text.includes("hat jemand dasselbe geändert")) return "conflict";
  if (text.includes("Gespeichert wurde nichts")) return "lost";
  return text.includes("Gespeichert") ? "saved" : text;
}

describe.each([
  ["two instances on one Redis", 2],
  ["one instance on LMDB", 1],
] as const)("fifty edit cards of one case saved at once, %s", (_, instances) => {
  let crowd: Crowd;
  let turns: readonly Turn[];
  beforeAll(async () => {
    crowd = await gatherCrowd(instances, PEOPLE);
    const forms = await Promise.all(
      crowd.people.map(async (person) => person.presses(await person.says(crowd.caseId), "Bearbeiten")),
    );
    turns = await atOnce((i) => [
      forms[i],
      apart[i]?.fields ?? { household: household(i), free_goals: beside(i) },
    ]);
  }, 120_000);
  afterAll(() => crowd.close());

  /** Everybody for whom there is a card presses "Speichern" on it. */
  async function atOnce(
    press: (i: number) => readonly [Turn | undefined, Edit["fields"]],
  ): Promise<readonly Turn[]> {
    return Promise.all(
      crowd.people.flatMap((person, i) => {
        const [card, fields] = press(i);
        return card ? [person.presses(card, "Speichern", fields)] : [];
      }),
    );
  }
  const answers = () => turns.map(answerOf);
  const sameField = () => crowd.people.map((_, i) => i).slice(HALF);
  const nameOf = (i: number) => crowd.people[i]?.name ?? "";
  /** Indexes of those who changed the number of persons, earliest first. */
  const householdLog = async () => {
    const changes = await crowd.peek((unit) => changesOf(unit, crowd.caseId, 1000));
    return changes
      .filter(({ kind, parts }) => kind !== "case-created" && parts.includes("household"))
      .map(({ by }) => crowd.people.findIndex(({ id }) => id === by))
      .reverse();
  };

  test("whoever changed a field alone has it saved; whoever was told that nothing was saved finds nothing", async () => {
    const entry = await crowd.stored();
    apart.forEach((edit, i) => {
      const answer = answers()[i] ?? "";
      expect([i, answer, edit.isIn(entry)]).toEqual([
        i,
        answer === "lost" ? "lost" : "saved",
        answer === "saved",
      ]);
    });
    expect(answers().filter((answer) => answer === "saved").length).toBeGreaterThan(PEOPLE / 4);
  });

  test("of those who changed the same field one is saved, and all others see both values and whose it is", async () => {
    const winners = sameField().filter((i) => answers()[i] === "saved");
    expect(winners).toHaveLength(1);
    const [winner = -1] = winners;
    const entry = await crowd.stored();
    expect(entry.household).toBe(household(winner));
    for (const i of sameField()) {
      expect([i, entry.goals.includes(beside(i))]).toEqual([i, i === winner]);
      if (i === winner || answers()[i] === "lost") continue;
      expect([i, answers()[i]]).toEqual([i, "conflict"]);
      expect(turns[i]?.text).toContain(`Ihr Wert: ${household(i)}`);
      expect(turns[i]?.text).toContain(`Inzwischen gespeichert von ${nameOf(winner)}: ${household(winner)}`);
    }
  });

  test("the change log names everybody who was told so, once, and nobody else", async () => {
    const changes = await crowd.peek((unit) => changesOf(unit, crowd.caseId, 1000));
    const edits = changes.filter(({ kind }) => kind === "case-changed" || kind === "phase-changed");
    const by = edits.map((change) => change.by);
    const saved = crowd.people.filter((_, i) => answers()[i] === "saved").map(({ id }) => id);
    expect(by.sort()).toEqual(saved.sort());
  });

  test("when they all pick at once, one replaces it by name, and the others are asked again with that value", async () => {
    const [before = -1] = await householdLog();
    const asked = sameField().filter((i) => answers()[i] === "conflict");
    const keepsMine = (i: number) => i % 4 < 2;
    const picked = await atOnce((i) => [
      asked.includes(i) ? turns[i] : undefined,
      { "pick:household": keepsMine(i) ? "mine" : "theirs" },
    ]);
    const log = await householdLog();
    expect(log).toHaveLength(2);
    expect(log[0]).toBe(before);
    const replacing = log[1] ?? -1;
    const entry = await crowd.stored();
    expect(entry.household).toBe(household(replacing));
    for (const [at, i] of asked.entries()) {
      const turn = picked[at];
      const answer = turn && answerOf(turn);
      expect([i, entry.goals.includes(beside(i)), answer === "saved"]).toEqual([
        i,
        answer === "saved",
        answer === "saved",
      ]);
      if (i === replacing || !keepsMine(i)) expect(["saved", "lost"]).toContain(answer);
      if (i === replacing || !keepsMine(i) || answer === "lost") continue;
      expect([i, answer]).toEqual([i, "conflict"]);
      expect(turn?.text).toContain(`Ihr Wert: ${household(i)}`);
      expect(turn?.text).toContain(
        `Inzwischen gespeichert von ${nameOf(replacing)}: ${household(replacing)}`,
      );
    }
  }, 60_000);
});
