import { describe, expect, test } from "@jest/globals";
import { claimReader } from "../../../knowledge/writing/claims.js";
import { faultIn } from "../../../knowledge/writing/support.js";

const from = (text: string, heading = "") => [{ text, heading }];

const ALLOWANCE =
  "Die Zulage beträgt 30 Euro im Monat, wenn der Kurs mindestens 6 Wochen oder 3 Monate dauert.";
const APPLY = "Der Antrag auf Wohngeld ist vor dem Umzug schriftlich bei der Gemeinde zu stellen.";
const DENIED = "Eine Duldung ist kein Aufenthaltstitel und berechtigt nicht zur Ausreise.";

describe("what a source supports", () => {
  test.each([
    [
      ALLOWANCE,
      "Die Zulage beträgt 30 Euro im Monat, wenn der Kurs mindestens 6 Wochen oder 3 Monate dauert.",
    ],
    [APPLY, "Der Antrag auf Wohngeld ist vor dem Umzug bei der Gemeinde zu stellen."],
    [APPLY, "Der Wohngeldantrag ist schriftlich bei der Gemeinde zu stellen."],
    [DENIED, "Eine Duldung ist kein Aufenthaltstitel."],
    ["Die Frist beträgt zwei Wochen.", "Die Frist beträgt 2 Wochen."],
    ["Sie dürfen 1.000 Euro behalten.", "Sie dürfen 1000 Euro behalten."],
    ["Zuständig ist das Jugendamt.", "Das Jugendamt ist zuständig."],
  ])("%s → %s", (source, claim) => {
    expect(faultIn(claim, from(source))).toBeUndefined();
  });

  test("what a sentence is about may stand in the heading over it, what it says may not", () => {
    const sentence = from("Er ist vor dem Umzug bei der Gemeinde zu stellen.", "Wohngeld › Antrag");
    expect(
      faultIn("Der Wohngeldantrag ist vor dem Umzug bei der Gemeinde zu stellen.", sentence),
    ).toBeUndefined();
    expect(faultIn("Wohngeld: Antrag.", sentence)).toBeDefined();
  });
});

describe("what it does not", () => {
  test.each([
    [
      "a number of its own",
      ALLOWANCE,
      "Die Zulage beträgt 80 Euro im Monat, wenn der Kurs mindestens 6 Wochen oder 3 Monate dauert.",
      "number",
    ],
    [
      "a number that counts something else",
      "Der Kurs dauert 6 Wochen oder 3 Monate.",
      "Der Kurs dauert 6 Monate oder 3 Wochen.",
      "number",
    ],
    ["a condition that is left out", ALLOWANCE, "Die Zulage beträgt 30 Euro im Monat.", "turned"],
    [
      "a limit that is left out",
      "Der Antrag ist nur mit Ausweis möglich.",
      "Der Antrag ist mit Ausweis möglich.",
      "turned",
    ],
    ["a denial that is left out", DENIED, "Eine Duldung berechtigt zur Ausreise.", "turned"],
    [
      "a denial of its own",
      APPLY,
      "Der Antrag auf Wohngeld ist nicht bei der Gemeinde zu stellen.",
      "turned",
    ],
    ["a denial in the word", "Der Antrag ist zulässig.", "Der Antrag ist unzulässig.", "foreign-word"],
    [
      "a denial taken out of the word",
      "Der Antrag ist unzulässig.",
      "Der Antrag ist zulässig.",
      "foreign-word",
    ],
    [
      "duty for leave",
      "Eltern können einen Antrag stellen.",
      "Eltern müssen einen Antrag stellen.",
      "turned",
    ],
    ["least for most", "Es gibt höchstens 5 Plätze.", "Es gibt mindestens 5 Plätze.", "turned"],
    ["and for or", "Pass oder Ausweis genügt.", "Pass und Ausweis genügt.", "turned"],
    [
      "after for before",
      APPLY,
      "Der Antrag auf Wohngeld ist nach dem Umzug bei der Gemeinde zu stellen.",
      "turned",
    ],
    [
      "an exception that is left out",
      "Der Kurs ist kostenfrei, jedoch nicht für Beschäftigte.",
      "Der Kurs ist kostenfrei.",
      "turned",
    ],
    [
      "another office",
      "Das Jugendamt entscheidet über den Antrag.",
      "Die Ausländerbehörde entscheidet über den Antrag.",
      "foreign-word",
    ],
    [
      "another verb",
      "Das Jobcenter übernimmt die Kosten.",
      "Das Jobcenter verweigert die Kosten.",
      "foreign-word",
    ],
    [
      "turned roles",
      "Das Jobcenter meldet der Familie den Umzug der Schule.",
      "Die Schule meldet der Familie den Umzug des Jobcenters.",
      "order",
    ],
    [
      "an address",
      "Der Antrag liegt im Rathaus aus.",
      "Der Antrag liegt auf https://rathaus.example.org aus.",
      "foreign-signs",
    ],
    [
      "a hidden address",
      "Der Antrag liegt im Rathaus aus.",
      "Der Antrag liegt im rathaus.evil.com aus.",
      "foreign-signs",
    ],
    [
      "markup",
      "Der Antrag liegt im Rathaus aus.",
      "Der Antrag liegt im <b>Rathaus</b> aus.",
      "foreign-signs",
    ],
    [
      "letters of another script",
      "Der Antrag liegt im Rathaus aus.",
      "Der Antrаg liegt im Rathaus aus.",
      "foreign-signs",
    ],
    [
      "characters that nobody sees",
      "Der Antrag liegt im Rathaus aus.",
      "Der Antrag liegt\u200b im Rathaus aus.",
      "foreign-signs",
    ],
    ["next to nothing", "Der Antrag liegt im Rathaus aus.", "Ja.", "too-little"],
  ])("%s", (_, source, claim, fault) => {
    expect(faultIn(claim, from(source))).toBe(fault);
  });
});

describe("reading claims out of a stream", () => {
  const read = (pieces: readonly string[]) => {
    const reader = claimReader();
    return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
  };

  test("however it is cut into pieces, the claims are the same", () => {
    const text =
      "- Der Antrag ist **kostenfrei** [1].\nEr gilt z. B. 6 Monate [2][3]. Er endet am 22.02.2021 [2, 4]\nOhne Beleg.\nEnde [7]";
    const whole = read([text]);
    expect(whole).toEqual([
      { text: "Der Antrag ist kostenfrei", cites: [1] },
      { text: "Er gilt z. B. 6 Monate", cites: [2, 3] },
      { text: "Er endet am 22.02.2021", cites: [2, 4] },
      { text: "Ende", cites: [7] },
    ]);
    for (const size of [1, 2, 3, 7, 20]) {
      expect(read(text.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? [])).toEqual(whole);
    }
  });

  test("text without a citation is no claim, and neither is one that cites everything", () => {
    expect(read(["Das ist so.\nUnd das auch."])).toEqual([]);
    expect(read(["Alles [1][2][3][4][5]."])).toEqual([]);
  });
});
