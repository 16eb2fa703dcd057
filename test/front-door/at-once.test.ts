import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Turn } from "../wire/person.js";
import { type Crowd, gatherCrowd } from "./crowd.js";

const PEOPLE = 50;

describe.each([
  ["two instances on one Redis", 2],
  ["one instance on LMDB", 1],
] as const)("fifty people on one case at once, %s", (_, instances) => {
  let crowd: Crowd;
  beforeAll(async () => {
    crowd = await gatherCrowd(instances, PEOPLE);
  }, 120_000);
  afterAll(() => crowd.close());

  /** Whoever is told neither is left in the dark. */
  const answerOf = ({ text }: Turn) => {
    if (text.includes("Maßnahme gespeichert")) return "saved";
    if (text.includes("Gespeichert wurde nichts")) return "lost";
    return text.includes("Der Speicher antwortet gerade nicht") ? "unknown" : text;
  };

  test("each measure that was acknowledged is there once, and whoever lost was told", async () => {
    const what = (i: number) => `Unterlage Nummer ${i} einreichen`;
    const turns = await Promise.all(
      crowd.people.map((person, i) => person.says(`Maßnahme zu ${crowd.caseId}: ${what(i)} bis 12.03.2027`)),
    );
    const { measures } = await crowd.stored();
    const written = measures.map((measure) => measure.what);
    turns.forEach((turn, i) => {
      const answer = answerOf(turn);
      const times = written.filter((one) => one === what(i)).length;
      const fits = { saved: times === 1, lost: times === 0, unknown: times <= 1 }[answer];
      expect({ i, answer, times, fits }).toEqual({ i, answer, times, fits: true });
    });
    expect(turns.filter((turn) => answerOf(turn) === "saved").length).toBeGreaterThan(PEOPLE / 4);
  }, 60_000);

  test("notes read no version of the case: all fifty land", async () => {
    const notes = async () => (await crowd.ledger.store.readStream(`notes/${crowd.caseId}`)).length;
    const before = await notes();
    const turns = await Promise.all(
      crowd.people.map((person, i) => person.says(`Notiz zu ${crowd.caseId}: Rückruf Nummer ${i} erledigt.`)),
    );
    for (const turn of turns) expect(turn.text).toContain("Notiz gespeichert");
    expect((await notes()) - before).toBe(PEOPLE);
  }, 60_000);
});
