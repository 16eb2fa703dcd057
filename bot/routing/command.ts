import type { ClosingReason, Phase } from "../../casework/case/case.js";

/**
 * What half a sentence asks for. `parseCommand` reads it out of free text without a model; whatever is no
 * command is a question for the directory or the documents. Dates are `YYYY-MM-DD` in the person's zone.
 */
export type Command =
  | { readonly kind: "greeting" }
  | { readonly kind: "help" }
  | { readonly kind: "cancel" }
  /** "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung"; `about` is what follows, perhaps empty, `parts` the same in parts. */
  | { readonly kind: "new-case"; readonly about: string; readonly parts: CaseSections }
  | { readonly kind: "my-cases" }
  /** "meine Fragen" an Fachstellen */
  | { readonly kind: "my-questions" }
  /** "Erinnere mich morgens um 7:30" (minutes since midnight), "Erinnerung aus" */
  | { readonly kind: "reminder"; readonly minuteOfDay?: number; readonly off?: boolean }
  /** "ich arbeite mo, di, do": days from 1 (Monday) to 7. */
  | { readonly kind: "work-days"; readonly days: readonly number[] }
  /** "was war, während ich weg war"; `since` is a day. */
  | { readonly kind: "absence"; readonly since?: string }
  /** "seit der letzten Übertragung in die Datenbank KIM" */
  | { readonly kind: "transfer"; readonly caseId: CaseReference }
  /** "rückgängig": the last own action is taken back. */
  | { readonly kind: "undo" }
  | { readonly kind: "show-case"; readonly caseId: string }
  | { readonly kind: "add-note"; readonly caseId: CaseReference; readonly note: string }
  | { readonly kind: "history"; readonly caseId: CaseReference }
  /** "Maßnahme zu K-7F3Q9: Kita-Navigator ausfüllen bis 12.03."; without a date `due` is undefined. */
  | {
      readonly kind: "add-measure";
      readonly caseId: CaseReference;
      readonly what: string;
      readonly responsible?: string;
      readonly due?: string;
      /** It is a Wiedervorlage, with this text (perhaps empty): no measure, but a day to look at the case again. */
      readonly followUp?: string;
      /** A due date that no calendar has, as typed ("bis 31.02."); it is still part of `what`. */
      readonly impossibleDate?: string;
    }
  /** "7f3q9 jetzt in Hilfeplanung" */
  | { readonly kind: "change-phase"; readonly caseId: CaseReference; readonly phase: Phase }
  /** "7f3q9 abschließen, Ziele erreicht"; without a reason the card asks for it. */
  | { readonly kind: "close-case"; readonly caseId: CaseReference; readonly reason?: ClosingReason }
  | { readonly kind: "reopen-case"; readonly caseId: CaseReference }
  /** "Übergabe 7f3q9 an CM Stolberg"; `to` is a function, as typed, perhaps empty. */
  | { readonly kind: "hand-over"; readonly caseId: CaseReference; readonly to: string }
  /** "Vertretung bis 15.08. durch CM Stolberg"; without a case id all own open cases are meant. */
  | {
      readonly kind: "cover";
      readonly action: "start" | "end";
      readonly caseId?: string;
      /** Who stands in, and who is away where that is not the person who writes; as typed. */
      readonly by?: string;
      readonly absent?: string;
      readonly until?: string;
      readonly impossibleDate?: string;
    }
  | {
      readonly kind: "plan-conference";
      readonly caseId: CaseReference;
      /** The words that name the offices, e.g. ["JC", "Jugendamt", "ABH"]; empty: those of the case. */
      readonly offices: readonly string[];
      /** "ohne ABH": must not be invited, even where the case would suggest it. */
      readonly without?: readonly string[];
      readonly window?: DateWindow;
      readonly partOfDay?: "morning" | "afternoon";
      readonly durationMinutes?: number;
      /** "mit Klientin", "mit Dolmetscher": seats at the table, no offices. */
      readonly withClient?: boolean;
      readonly withInterpreter?: boolean;
      /** "anonyme Fallbesprechung": about no case. */
      readonly anonymous?: boolean;
      /** A day that no calendar has, as typed; there is no `window` then. */
      readonly impossibleDate?: string;
    }
  /** "verschieb die FaKo auf Donnerstag"; `of` is a case, the id of an anonymous conference, or `last`. */
  | {
      readonly kind: "move-conference";
      readonly of: string;
      readonly window?: DateWindow;
      readonly partOfDay?: "morning" | "afternoon";
    }
  /** "sag die FaKo ab" */
  | { readonly kind: "call-off-conference"; readonly of: string }
  /** "Ansprechpartner zu K-7F3Q9": every Rechtskreis the case touches, an office each. */
  | { readonly kind: "contacts"; readonly caseId: CaseReference }
  /** "Protokoll zu K-7F3Q9", "Protokoll zu K-7F3Q9 als Entwurf" */
  | { readonly kind: "minutes"; readonly caseId: CaseReference }
  /** "wer kommt zur FaKo?", "wer hat für K-7F3Q9 zugesagt" */
  | { readonly kind: "attendance"; readonly caseId: CaseReference }
  | { readonly kind: "agenda"; readonly window: DateWindow | "overdue" }
  /** "Einwilligung Jugendamt zurückgezogen", "EWE JC 7F3Q9 schriftl. heute, bis ende juni, beide richtungen" */
  | {
      readonly kind: "consent";
      readonly caseId: CaseReference;
      readonly offices: readonly string[];
      readonly withdrawn: boolean;
      readonly from?: string;
      readonly until?: string;
      readonly form?: "written" | "oral" | "phone";
      readonly direction?: "to-recipient" | "from-recipient" | "both";
      /** "EWE KIM": the base consent, that KIM may work on the case at all. */
      readonly base?: boolean;
      /** "Mutter und Vater", "die Jugendliche": who gave it. */
      readonly givers?: readonly ("adult" | "second-adult" | "young-person" | "legal-guardian" | "all")[];
      /** "EWE Übergabe an Caritas": to hand the whole case over to another organisation. */
      readonly handover?: boolean;
      /** "Schweigepflichtentbindung": from § 203 StGB. */
      readonly released?: boolean;
      /** A day that no calendar has, as typed. */
      readonly impossibleDate?: string;
    }
  /** "Identität mitgeteilt JC 7F3Q9 tel.": the office knows who it is about; the name itself is never here. */
  | {
      readonly kind: "identity";
      readonly caseId: CaseReference;
      readonly offices: readonly string[];
      readonly how?: "phone" | "in-person";
      readonly on?: string;
      readonly impossibleDate?: string;
    }
  /** "meine Einladungen", "was ist für mich": what is shared with a partner's office. */
  | { readonly kind: "shared" }
  /** "Einwilligungen zu K-7F3Q9", "welche Einwilligungen fehlen" */
  | { readonly kind: "consents"; readonly caseId: CaseReference }
  /** "Fall K-7F3Q9 löschen": asks on a card before anything is gone. */
  | { readonly kind: "erase-case"; readonly caseId: string }
  /** "Löschsperre K-7F3Q9: Klage läuft", "Löschsperre K-7F3Q9 aufheben" */
  | {
      readonly kind: "hold-case";
      readonly caseId: CaseReference;
      readonly reason: string;
      readonly lift: boolean;
    }
  /** "Notzugriff K-7F3Q9 Grund: Kollegin erkrankt" */
  | { readonly kind: "emergency-access"; readonly caseId: string; readonly reason: string }
  /** "Kein Angebot gefunden für Kita in Eschweiler zu 7F3Q9" */
  | { readonly kind: "gap"; readonly caseId: CaseReference; readonly about: string }
  /** "Lückenliste": anonymous counts, for coordinators. */
  | { readonly kind: "figures" }
  /** "Export K-7F3Q9": the whole case as text to copy. */
  | { readonly kind: "export-case"; readonly caseId: CaseReference };

/** `last`: no id was said ("die FaKo", "zum Fall"); the flow offers the last case, it never assumes it. */
export type CaseReference = string | "last";

/** Both days inclusive. */
export type DateWindow = { readonly from: string; readonly to: string };

/** What the parser needs to know of the world. `today` is `YYYY-MM-DD` in the person's zone. */
export type CommandContext = { readonly today: string };

/** A measure as it was said; `due` is a day, `impossibleDate` one that no calendar has. */
export type SaidMeasure = Omit<Extract<Command, { kind: "add-measure" }>, "kind" | "caseId" | "followUp">;

/** What the sentence that opens a case says: the facts, and what is to begin with it. */
export type CaseSections = {
  readonly facts: string;
  readonly measures: readonly SaidMeasure[];
  readonly followUps: readonly SaidMeasure[];
  readonly consents: readonly Omit<Extract<Command, { kind: "consent" }>, "kind" | "caseId">[];
};
