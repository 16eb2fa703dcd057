import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { DangerKind } from "../../../knowledge/directory/danger-signs.js";
import { findDanger, isEmergency } from "../../../knowledge/directory/emergency.js";
import { findOffices } from "../../../knowledge/directory/find.js";
import { runApart } from "../../apart/run-apart.js";
import { TODAY } from "./judge.js";
import { sampleDirectory } from "./sample.js";

const alarms: readonly (readonly [DangerKind, string])[] = [
  ["child", "Kind wird geschlagen"],
  ["child", "der vater schlägt die kinder"],
  ["child", "Vater schlaegt sohn, 8 jahre"],
  ["child", "Mutter hat das Baby geschüttelt und geschlagen"],
  ["child", "Kind hat blaue Flecken am ganzen Körper"],
  ["child", "die kleine ist oft allein zu hause, das kind ist 4"],
  ["child", "kinder sind verwahrlost, alsdorf"],
  ["child", "Verdacht auf Kindeswohlgefährdung"],
  ["child", "kindeswolgefährdung melden"],
  ["child", "8a Meldung Eschweiler"],
  ["child", "§ 8a Verdacht"],
  ["child", "Inobhutnahme heute nötig"],
  ["child", "brauche eine InsoFa"],
  ["child", "sexueller Missbrauch an Tochter"],
  ["child", "Mädchen hat Angst vor dem Stiefvater"],
  ["child", "Kind misshandelt"],
  ["child", "Jugendliche wird von den Eltern eingesperrt"],
  ["violence", "Mann schlägt Frau"],
  ["violence", "ihr mann hat sie gestern geschlagen"],
  ["violence", "sie wird von ihrem Mann geschlagen"],
  ["violence", "er bedroht sie mit einem Messer"],
  ["violence", "häusliche Gewalt"],
  ["violence", "haeusliche gewallt in der familie"],
  ["violence", "Frauenhausplatz gesucht"],
  ["violence", "Frauenhaus, sofort"],
  ["violence", "er hat gesagt, er bringt sie um"],
  ["violence", "ihr Bruder will sie umbringen"],
  ["violence", "Klientin wurde vergewaltigt"],
  ["violence", "sie hat Angst vor ihrem Mann"],
  ["violence", "traut sich nicht nach Hause"],
  ["violence", "Zwangsheirat droht in den Ferien"],
  ["violence", "der ex stalkt sie"],
  ["violence", "er würgt sie"],
  ["violence", "Ehemann tritt die schwangere Frau"],
  ["violence", "Hilfetelefon Nummer"],
  ["violence", "Nachbar hat ihn verprügelt"],
  ["violence", "seit 2023 schlägt er sie"],
  ["violence", "Nach der Fortbildung erzählte die Klientin: ihr Mann schlägt sie"],
  ["violence", "weiß nicht ob er sie schlägt"],
  ["suicide", "er will sich umbringen"],
  ["suicide", "Klientin spricht von Suizid"],
  ["suicide", "suizit gefährdet"],
  ["suicide", "ich kann nicht mehr leben so sagt er, will nicht mehr leben"],
  ["suicide", "sie will sich was antun"],
  ["suicide", "Selbstmordgedanken"],
  ["suicide", "hat Tabletten geschluckt"],
  ["suicide", "droht vom Dach zu springen"],
  ["suicide", "er will sich das Leben nehmen"],
  ["suicide", "Jugendliche ritzt sich"],
  ["suicide", "möchte lieber sterben"],
];

const work: readonly string[] = [
  "SPFH nach 8a von 2023 läuft aus",
  "Fortbildung zu häuslicher Gewalt",
  "Flyer Hilfetelefon nachbestellen, Netzwerk",
  "Vortrag Kindeswohlgefährdung am 12.3.",
  "Schutzkonzept Gewalt der Unterkunft überarbeiten",
  "8a-Verfahren wurde 2022 eingestellt",
  "keine Anzeichen für Kindeswohlgefährdung",
  "kein Verdacht auf häusliche Gewalt",
  "nicht suizidal",
  "Suizidalität wird verneint",
  "ohne Gewalt",
  "Kind geht in die Klasse 8a",
  "wohnt in der Hausnummer 8a",
  "SB schlägt Termin am Montag vor",
  "die Schule schlägt vor, das Kind zurückzustellen",
  "Familie ist von Obdachlosigkeit bedroht",
  "von Abschiebung bedroht",
  "Aufenthalt gefährdet",
  "Gefährdung des Aufenthalts",
  "höhere Gewalt",
  "Opferentschädigung nach Gewalttat 2021",
  "Kinderzuschlag und Zuschlag für Alleinerziehende",
  "Leistungsmissbrauch wird geprüft",
  "Alkoholmissbrauch Beratung",
  "Die neue Regel tritt im Januar in Kraft",
  "das neue Gesetz tritt in Kraft, er ist froh",
  "Bank sperrt Konto",
  "Arbeitskreis Kinderschutz und Kindeswohl",
  "Auszug aus dem Frauenhaus, Wohnung gefunden",
  "Klientin lebt im Frauenhaus und beantragt Bürgergeld",
  "Statistik Inobhutnahmen",
  "Wohngeld Eschweiler",
  "Kita für Kind, Mutter arbeitet",
  "er sucht Arbeit als Messerschleifer",
  "sie tritt eine Stelle an",
  "die Heizung ist umgeschlagen, er ruft an",
  "Frau kündigt den Vertrag, er haut ab nach Köln",
  "Termin platzt, Kind krank",
  "in Syrien wurde er geschlagen und gefoltert, Traumatherapie gesucht",
  "vor 10 jahren wurde sie von ihrem exmann geschlagen",
  "Was bedeutet Kindeswohlgefährdung?",
];

describe("words of danger", () => {
  test.each(alarms)("%s: %s", (kind, text) => {
    expect(findDanger(text).map((danger) => danger.kind)).toContain(kind);
  });

  test.each(work)("no alarm: %s", (text) => {
    expect(findDanger(text)).toEqual([]);
  });

  test("one alarm in a long text is enough", () => {
    const long = `${"Die Familie wohnt in Eschweiler und sucht eine Kita. ".repeat(30)}Der Vater schlägt die Kinder. ${"Danke. ".repeat(50)}`;
    expect(isEmergency(long)).toBe(true);
  });

  test("any text is read, quickly and without an exception", async () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        findDanger(text);
      }),
    );
    expect(await runApart<number>(new URL("./emergency-speed.ts", import.meta.url))).toBeLessThan(3000);
  }, 120_000);
});

describe("the answer to words of danger", () => {
  const find = (question: string) => findOffices(sampleDirectory(), question, TODAY);

  test("the police, the rescue service and the Jugendamt of the place come first, then what was asked", () => {
    const result = find("Vater schlägt Kind in Roetgen, und Wohngeld läuft aus");
    expect(result.status).toBe("emergency");
    expect(result.answers.slice(0, 4).map(({ office, role }) => [office.id, role])).toEqual([
      ["notruf-110", "emergency"],
      ["notruf-112", "emergency"],
      ["hilfetelefon", "emergency"],
      ["A51", "emergency"],
    ]);
    expect(result.answers.map(({ office }) => office.id)).toContain("WOG-Roetgen");
  });

  test("violence against a woman brings the Hilfetelefon", () => {
    expect(find("Mann schlägt sie").answers.map(({ office }) => office.phone)).toContain("116 016");
  });

  test("suicide brings the rescue service and the TelefonSeelsorge", () => {
    const phones = find("Klient will sich umbringen").answers.map(({ office }) => office.phone);
    expect(phones.slice(0, 2)).toEqual(["112", "0800 1110111"]);
  });

  test("where the place is missing, the numbers come with the question for the Jugendamt", () => {
    const result = find("Kind wird geschlagen");
    expect(result.answers[0]?.office.phone).toBe("110");
    expect(result).toMatchObject({ status: "emergency", asks: "place" });
    expect(result.options).toHaveLength(10);
  });

  test("talk about the subject gets the ordinary answer or none", () => {
    expect(find("SPFH nach 8a von 2023 läuft aus, Stolberg").answers[0]?.office.id).toBe("JA-Stolberg");
    expect(find("SPFH nach 8a von 2023 läuft aus, Stolberg").topics.map(({ id }) => id)).toEqual(["hze"]);
    expect(find("Fortbildung zu häuslicher Gewalt").status).toBe("unknown");
  });
});
