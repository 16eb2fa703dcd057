import { expect, test } from "@jest/globals";
import type { Command } from "../../../bot/routing/command.js";
import { parseCommand } from "../../../bot/routing/parse-command.js";

/** A Thursday. */
const context = { today: "2026-11-26" };
const parse = (text: string) => parseCommand(text, context);

/** What the German says and the English beside it means the same. */
const pairs: readonly (readonly [kind: Command["kind"], german: string, english: string])[] = [
  ["greeting", "Hallo", "Hello"],
  ["greeting", "Guten Morgen", "good morning"],
  ["help", "Hilfe", "Help"],
  ["help", "was kannst du?", "what can you do?"],
  ["cancel", "abbrechen", "cancel"],
  ["new-case", "Neuer Fall: Familie 5 Pers. Eschweiler, Kita", "New case: Familie 5 Pers. Eschweiler, Kita"],
  ["my-cases", "meine Fälle", "my cases"],
  ["my-cases", "zeig mir meine offenen Fälle", "show me my open cases"],
  ["my-questions", "meine Fragen", "my questions"],
  ["reminder", "Erinnere mich morgens um 7:30", "Remind me every morning at 7:30"],
  ["reminder", "Erinnerung aus", "reminder off"],
  ["work-days", "ich arbeite mo, di, do", "I work Mon, Tue, Thu"],
  ["work-days", "ich arbeite montag bis mittwoch", "I work Monday to Wednesday"],
  ["absence", "was war, während ich weg war", "what happened while I was away"],
  ["absence", "was ist seit Montag in meinen Fällen passiert", "what happened in my cases since Monday"],
  ["transfer", "Übertragung K-7F3Q9", "transfer K-7F3Q9"],
  ["undo", "rückgängig", "undo"],
  ["undo", "mach die letzte Änderung rückgängig", "undo the last change please"],
  ["show-case", "zeig mir K-7F3Q9", "show me K-7F3Q9"],
  ["add-note", "Notiz zu K-7F3Q9: Kita sagt zu", "Note on K-7F3Q9: Kita sagt zu"],
  ["history", "Verlauf K-7F3Q9", "history of K-7F3Q9"],
  [
    "add-measure",
    "Maßnahme zu K-7F3Q9: Kita-Navigator ausfüllen bis 12.03.",
    "Measure for K-7F3Q9: Kita-Navigator ausfüllen by 12.03.",
  ],
  ["add-measure", "Wiedervorlage K-7F3Q9 in 6 Wochen", "Follow-up K-7F3Q9 in 6 weeks"],
  ["change-phase", "K-7F3Q9 jetzt in Hilfeplanung", "K-7F3Q9 is now in planning"],
  ["change-phase", "Phase K-7F3Q9: Assessment", "phase K-7F3Q9: assessment"],
  ["close-case", "K-7F3Q9 abschließen, Ziele erreicht", "close K-7F3Q9, goals reached"],
  ["close-case", "K-7F3Q9 abschließen, verzogen", "close K-7F3Q9, moved away"],
  ["close-case", "K-7F3Q9 abschließen, kein Kontakt", "close K-7F3Q9, no contact"],
  ["reopen-case", "K-7F3Q9 wieder öffnen", "reopen K-7F3Q9"],
  [
    "hand-over",
    "Übergabe K-7F3Q9 an Case Management Stolberg",
    "hand over K-7F3Q9 to Case Management Stolberg",
  ],
  [
    "cover",
    "Vertretung bis 15.12. durch Case Management Stolberg",
    "cover until 15.12. by Case Management Stolberg",
  ],
  ["cover", "Vertretung beenden", "end cover"],
  [
    "plan-conference",
    "FaKo für K-7F3Q9 mit Jobcenter und Jugendamt nächste Woche vormittags 60 min",
    "Conference for K-7F3Q9 with Jobcenter and Jugendamt next week mornings 60 min",
  ],
  [
    "plan-conference",
    "anonyme Fallbesprechung mit Jugendamt in Eschweiler",
    "anonymous case discussion with Jugendamt in Eschweiler",
  ],
  ["move-conference", "verschieb die FaKo K-7F3Q9 auf Donnerstag", "move the conference K-7F3Q9 to Thursday"],
  ["call-off-conference", "sag die FaKo K-7F3Q9 ab", "call off the conference K-7F3Q9"],
  ["call-off-conference", "sag die FaKo ab", "cancel the conference"],
  ["contacts", "Ansprechpartner zu K-7F3Q9", "contacts for K-7F3Q9"],
  ["minutes", "Protokoll zu K-7F3Q9", "minutes of K-7F3Q9"],
  ["attendance", "wer kommt zur FaKo K-7F3Q9?", "who is coming to the conference K-7F3Q9?"],
  ["attendance", "Rückmeldungen zur FaKo K-7F3Q9", "answers for the conference K-7F3Q9"],
  ["agenda", "was steht diese Woche an", "what is due this week"],
  ["agenda", "Termine morgen", "agenda tomorrow"],
  ["agenda", "überfällig", "overdue"],
  [
    "consent",
    "Einwilligung Jobcenter K-7F3Q9 schriftlich heute, bis 30.06.2027, beide Richtungen",
    "Consent Jobcenter K-7F3Q9 in writing today, until 30.06.2027, both directions",
  ],
  ["consent", "Einwilligung Jugendamt K-7F3Q9 zurückgezogen", "Consent Jugendamt K-7F3Q9 withdrawn"],
  ["consents", "Einwilligungen zu K-7F3Q9", "consents of K-7F3Q9"],
  ["identity", "Identität mitgeteilt Jobcenter K-7F3Q9 tel.", "identity told Jobcenter K-7F3Q9 by phone"],
  ["shared", "was ist für mich", "what is shared with me"],
  ["shared", "meine Einladungen", "my invitations"],
  ["erase-case", "Fall K-7F3Q9 löschen", "delete case K-7F3Q9"],
  ["export-case", "Export K-7F3Q9", "export K-7F3Q9"],
  ["hold-case", "Löschsperre K-7F3Q9: Klage läuft", "hold K-7F3Q9: Klage läuft"],
  ["hold-case", "Löschsperre K-7F3Q9 aufheben", "lift the hold on K-7F3Q9"],
  [
    "emergency-access",
    "Notzugriff K-7F3Q9 Grund: Kollegin erkrankt",
    "emergency access K-7F3Q9 reason: Kollegin erkrankt",
  ],
  [
    "gap",
    "Kein Angebot gefunden für Kita in Eschweiler zu K-7F3Q9",
    "no offer found for Kita in Eschweiler for K-7F3Q9",
  ],
  ["figures", "Lückenliste", "gap list"],
  ["figures", "zeig mir die Lückenliste", "show me the list of gaps"],
];

test.each(pairs)("%s: „%s“ is also „%s“", (kind, german, english) => {
  const meant = parse(german);
  expect(meant?.kind).toBe(kind);
  // What it is about is said in each language's own words.
  const about = meant?.kind === "gap" ? { about: expect.stringContaining("Kita in Eschweiler") } : {};
  expect(parse(english)).toEqual({ ...meant, ...about });
});

test("every kind of command is said in English once at least", () => {
  // Of the type only its names are left at run time: this list does not compile when one is missing.
  const kinds = {
    greeting: 1,
    help: 1,
    cancel: 1,
    "new-case": 1,
    "my-cases": 1,
    "my-questions": 1,
    reminder: 1,
    "work-days": 1,
    absence: 1,
    transfer: 1,
    undo: 1,
    "show-case": 1,
    "add-note": 1,
    history: 1,
    "add-measure": 1,
    "change-phase": 1,
    "close-case": 1,
    "reopen-case": 1,
    "hand-over": 1,
    cover: 1,
    "plan-conference": 1,
    "move-conference": 1,
    "call-off-conference": 1,
    contacts: 1,
    minutes: 1,
    attendance: 1,
    agenda: 1,
    consent: 1,
    identity: 1,
    shared: 1,
    consents: 1,
    "erase-case": 1,
    "hold-case": 1,
    "emergency-access": 1,
    gap: 1,
    figures: 1,
    "export-case": 1,
  } satisfies Record<Command["kind"], 1>;
  expect(new Set(pairs.map(([kind]) => kind))).toEqual(new Set(Object.keys(kinds)));
});

/** What staff ask in English, and none of it is a command. */
test.each([
  "what is consent?",
  "who covers the rent?",
  "how do I transfer money to the landlord?",
  "where can I get emergency accommodation in Eschweiler?",
  "who is responsible for housing benefit in Stolberg?",
  "does the Jobcenter hold appointments on Friday?",
  "what happens when a family moves to another city?",
  "is there a list of doctors?",
  "no offer yet?",
  "the family moved to Alsdorf, which Jobcenter?",
  "can the client export his data?",
  "minutes matter",
  "cover letter for the application",
  "health cover for asylum seekers in Stolberg",
  "what is new for families in Eschweiler?",
  "does the office answer the phone?",
  "my client is from Syria, which office?",
  "hold the line",
  "no offers for Kita in Eschweiler, what now?",
  "what is for me to do as landlord?",
])("„%s“ is a question", (text) => expect(parse(text)).toBeUndefined());
