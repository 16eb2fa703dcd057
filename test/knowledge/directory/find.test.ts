import { describe, expect, test } from "@jest/globals";
import { buildDirectory } from "../../../knowledge/directory/build.js";
import { answerFollowUp, findOffices, officesFor } from "../../../knowledge/directory/find.js";
import { TODAY } from "./judge.js";
import { readDirectory, SAMPLE, sampleDirectory } from "./sample.js";

const directory = sampleDirectory();
const find = (question: string) => findOffices(directory, question, TODAY);
const follow = (question: string, typed: string, known = {}) =>
  answerFollowUp(directory, { question, known }, typed, TODAY);

describe("an answer", () => {
  test("is the JSON of `kim directory find`", () => {
    const result = find("kitaplatz in Baesweiler");
    expect(result).toMatchObject({
      status: "answer",
      topics: [{ id: "kita", title: "Kita-/Tagespflegeplatz", rechtskreis: "SGB8" }],
      place: { ars: "053340008008", name: "Baesweiler" },
    });
    const [answer] = result.answers;
    expect(Object.keys(answer?.office ?? {})).toEqual([
      "id",
      "name",
      "authority",
      "rechtskreis",
      "phone",
      "email",
      "address",
      "openingHours",
      "website",
    ]);
    expect(answer).toMatchObject({
      topic: "kita",
      role: "responsible",
      checkedAt: "2026-11-22",
      stale: false,
    });
    expect(answer?.source).not.toBe("");
  });

  test("says why in the words of the rule", () => {
    expect(find("Kita Baesweiler").answers[0]?.why).toBe(
      "Zuständig für „Kita-/Tagespflegeplatz“ in Baesweiler.",
    );
    expect(find("Duldung Alsdorf").answers[0]?.why).toBe(
      "Zuständig für „Duldung § 60a“ im ganzen Gebiet StädteRegion Aachen, also auch in Alsdorf.",
    );
    expect(find("Kindergeld").answers[0]?.why).toContain("unabhängig vom Wohnort");
    expect(find("JMD").answers[0]?.why).toContain("von 12 bis 26 Jahren");
    expect(find("Jugendamt Roetgen").answers[0]?.why).toContain("gefragt");
  });

  test("a referral under a condition stands behind it as such", () => {
    const [first, second] = find("Bildungsgutschein Stolberg").answers;
    expect(first?.office.id).toBe("AA");
    expect(second).toMatchObject({ role: "contact", office: { id: "JC-Stolberg" } });
    expect(second?.why).toContain("bei: SGB II");
  });

  test("several topics get an office each, in one answer", () => {
    const result = find("Familie in Eschweiler, Duldung, Kita und Wohngeld");
    expect(result.topics.map(({ rechtskreis }) => rechtskreis)).toEqual(["AUFENTHG", "SGB8", "WOHN"]);
    expect(
      result.answers.filter(({ role }) => role === "responsible").map(({ office }) => office.id),
    ).toEqual(["A33", "JA-Eschweiler", "WOG-Eschweiler"]);
  });

  test("what an ambiguous word turns out to mean goes before what told it", () => {
    expect(find("hartz4 folgeantrag stolberg").answers[0]).toMatchObject({
      topic: "weiterbewilligung",
      office: { id: "JC-Stolberg" },
    });
  });

  test("an old check is marked", () => {
    const later = findOffices(directory, "Wohngeld Eschweiler", { today: "2027-12-01", staleAfterDays: 365 });
    expect(later.answers[0]?.stale).toBe(true);
  });

  test("the place of the event counts for a birth certificate", () => {
    expect(find("Familie aus Eschweiler, Kind in Aachen geboren, Geburtsurkunde").answers[0]?.office.id).toBe(
      "STA-Aachen",
    );
    expect(find("Geburtsurkunde").question).toContain("Ereignis");
  });

  test("a place outside the directory is named and not guessed", () => {
    expect(find("Jugendamt Düren")).toMatchObject({ status: "unknown", reason: "outside", answers: [] });
    expect(find("Jugendamt Düren").message).toContain("Düren");
    expect(find("Wohngeld 50667").status).toBe("unknown");
    expect(find("Will von Alsdorf nach Köln ziehen, Wohnsitzauflage").answers[0]?.office.id).toBe("A33");
  });
});

describe("a question back", () => {
  test("comes only where the answer depends on it", () => {
    expect(find("Elterngeld").status).toBe("answer");
    expect(find("Wohngeld")).toMatchObject({ status: "ask", asks: "place" });
    expect(find("Jugendamt Eifel").answers[0]?.office.id).toBe("A51");
    expect(find("Kita Nordkreis").options?.map(({ label }) => label)).toEqual([
      "Alsdorf",
      "Baesweiler",
      "Herzogenrath",
      "Würselen",
    ]);
    expect(find("Unterhaltsvorschuss in der Eifel").answers[0]?.office.id).toBe("A51");
  });

  test("asks one thing at a time and carries on", () => {
    const first = find("BuT");
    expect(first).toMatchObject({ status: "ask", asks: "place" });
    const second = follow("BuT", "Stolberg");
    expect(second?.result).toMatchObject({ status: "ask", asks: "status" });
    const third = follow("BuT", "bekommt Bürgergeld", second?.known);
    expect(third?.result.answers[0]?.office.id).toBe("JC-Stolberg");
    expect(follow("BuT", "Wohngeld", second?.known)?.result.answers[0]?.office.id).toBe("SOA-Stolberg");
  });

  test.each([
    ["Wohngeld", "Stolberg", "WOG-Stolberg"],
    ["Wohngeld", "in der Stadt Stolberg", "WOG-Stolberg"],
    ["Wohngeld", "52249", "WOG-Eschweiler"],
    ["Wohngeld", "kohlscheid", "WOG-Herzogenrath"],
    ["Wohngeld", "053340032032", "WOG-Stolberg"],
    ["Migrationsberatung Alsdorf", "19", "JMD"],
    ["Migrationsberatung Alsdorf", "er ist 40", "MBE"],
    ["Migrationsberatung Alsdorf", "ab 27", "MBE"],
    ["Betreuung in Alsdorf", "Kita", "JA-Alsdorf"],
    ["Betreuung in Alsdorf", "rechtlich", "BST"],
    ["Betreuung in Alsdorf", "2", "BST"],
    ["Grundsicherung Stolberg", "gruSi", "SOA-Stolberg"],
    ["Grundsicherung Stolberg", "Bürgergeld", "JC-Stolberg"],
    ["Bafög", "Studium", "STW"],
    ["Diplom anerkennen", "Handwerk", "HWK-AC"],
  ])("%s – %s → %s", (question, typed, office) => {
    expect(follow(question, typed)?.result.answers[0]?.office.id).toBe(office);
  });

  test("every button answers it", () => {
    for (const question of [
      "Wohngeld",
      "Betreuung in Alsdorf",
      "Migrationsberatung Alsdorf",
      "BuT Stolberg",
      "Bafög",
      "Grundsicherung Stolberg",
    ]) {
      for (const { id, label } of find(question).options ?? []) {
        expect(follow(question, id)?.result.status).toBe("answer");
        expect(follow(question, label)?.result.answers).toEqual(follow(question, id)?.result.answers);
      }
    }
  });

  test.each([
    ["Wohngeld", "keine Ahnung"],
    ["Wohngeld", "Kita Würselen"],
    ["Wohngeld", "Düren"],
    ["Wohngeld", "meine Fälle"],
    ["Migrationsberatung Alsdorf", "weiß nicht"],
    ["Kindergeld", "Stolberg"],
  ])("%s – „%s“ is no answer but something new", (question, typed) => {
    expect(follow(question, typed)).toBeUndefined();
  });
});

describe("the offices of a case", () => {
  test("come for every topic at its place", () => {
    const offices = officesFor(directory, {
      ...TODAY,
      topics: ["kita", "duldung", "wohngeld"],
      place: "053340012012",
    });
    expect(
      offices
        .filter(({ role }) => role === "responsible")
        .map(({ office, about }) => [about?.rechtskreis, office.id]),
    ).toEqual([
      ["SGB8", "JA-Eschweiler"],
      ["AUFENTHG", "A33"],
      ["WOHN", "WOG-Eschweiler"],
    ]);
  });

  test("age decides, and what would have to be asked is left out", () => {
    const offices = (known: { age?: number; place?: string }) =>
      officesFor(directory, { ...TODAY, topics: ["mbe", "kita"], ...known }).map(({ office }) => office.id);
    expect(offices({ age: 18 })).toContain("JMD");
    expect(offices({ age: 27 })).toContain("MBE");
    expect(offices({})).toEqual([]);
  });

  test("a topic that is no longer there is left out", () => {
    expect(officesFor(directory, { ...TODAY, topics: ["gibt-es-nicht"], place: "053340012012" })).toEqual([]);
  });
});

test("rules that refer to nothing are left out, the rest answers", () => {
  const data = readDirectory(SAMPLE);
  const damaged = buildDirectory({ ...data, offices: data.offices.filter(({ id }) => id !== "A33") });
  expect(findOffices(damaged, "Wohngeld Eschweiler", TODAY).status).toBe("answer");
  expect(findOffices(damaged, "Duldung", TODAY)).toMatchObject({ status: "unknown", reason: "no-rule" });
});

test("an empty directory knows nothing and says so", () => {
  const empty = buildDirectory({ places: [], topics: [], offices: [], responsibilities: [] });
  expect(findOffices(empty, "Wohngeld Eschweiler", TODAY).status).toBe("unknown");
  expect(findOffices(empty, "er schlägt sie", TODAY).status).toBe("emergency");
});
