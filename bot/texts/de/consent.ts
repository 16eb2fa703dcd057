import type { Consent, DataCategory, Purpose } from "../../../casework/consent/consent.js";
import type { Refusal } from "../../../casework/consent/may-disclose.js";
import type { Gap } from "../../../casework/consent/state.js";

/** Everything about consents: the grid, the overview, withdrawing. */
export const consent = {
  cardTitle: (label: string) => `Einwilligung · ${label}`,
  conferenceSubtitle:
    "Für diese Stellen fehlt eine gültige Einwilligung. Ohne sie lade ich nicht ein (§ 78 SGB X).",
  subtitle: "Erst mit dem Haken unten gilt, was hier steht.",
  base: "Grundeinwilligung: KIM darf im Fall arbeiten",
  round: "Runde: Am Tisch hören alle alles",
  choose: "Bitte wählen",
  grant: {
    both: "beide Richtungen",
    "to-recipient": "nur KIM an die Stelle",
    "from-recipient": "nur die Stelle an KIM",
    without: "keine Einwilligung",
  },
  grantForConference: { both: "darf hören und sprechen", without: "ohne diese Stelle einladen" },
  grantPlain: { both: "einverstanden", without: "nicht einverstanden" },
  data: (categories: string) => `Daten: ${categories}`,
  dataLabel: "Welche Daten?",
  changeData: "Daten ändern",
  healthHint:
    "Gesundheit nur, wenn dazu eigens und ausdrücklich eingewilligt wurde (Art. 9 DSGVO). Im Fall gibt es dafür kein Feld.",
  giver: "Wer hat eingewilligt?",
  form: "Form",
  from: "Gültig ab (leer = heute)",
  until: "Gültig bis (leer = bis Widerruf)",
  purpose: "Zweck",
  language: "Sprache des Gesprächs",
  interpreted: (language: string) => `${language} mit Sprachmittlung`,
  german: "Deutsch",
  evidence: "Wo liegt der Nachweis?",
  evidenceOf: {
    written: "Papierakte",
    oral: "Vermerk in der Akte",
    phone: "Telefonvermerk in der Akte",
  } satisfies Record<Consent["form"], string>,
  released: "Von der Schweigepflicht entbunden (§ 203 StGB)",
  entrusted: "Auch was dem Jugendamt anvertraut wurde (§ 65 SGB VIII)",
  minutesEntrusted:
    "Enthält, was dem Jugendamt anvertraut wurde: nur an Stellen, für die das eigens erlaubt ist",
  more: "Weitere Angaben",
  moreLine: (purpose: string, language: string, evidence: string) =>
    `Zweck: ${purpose} · Sprache: ${language} · Nachweis: ${evidence}`,
  text: "Erklärt wurde",
  noText: "im Gespräch, ohne Text",
  readAloud: "Text zum Vorlesen",
  tick: "Einwilligung",
  informed:
    "Ja, die Einwilligung liegt so vor. Erklärt wurden Zweck, Dauer, Widerruf und was eine Ablehnung bedeutet.",
  informedRequired:
    "Ohne diesen Haken ist die Einwilligung nicht wirksam: Sie muss vorliegen, und Zweck, Dauer, Widerruf und die Folgen einer Ablehnung müssen erklärt sein.",
  nothingChosen: "Bitte wählen Sie, was erlaubt ist.",
  categoriesRequired: "Bitte wählen Sie mindestens eine Art von Daten.",
  untilBeforeFrom: "Das Ende liegt vor dem Anfang.",
  untilOver: "Dieser Tag ist schon vorbei.",
  immigration: (office: string) =>
    `${office} lade ich nie von selbst ein. Bitte prüfen: Sie hat eigene Meldepflichten (§§ 87, 88 AufenthG). Keine Gesundheitsangaben. Unabhängig berät die Flüchtlingsberatung.`,
  immigrationConfirm: "Ja, die Ausländerbehörde ausdrücklich einbeziehen",
  confirmation: "Bestätigung",
  immigrationHealth: "Gesundheitsangaben gehen nie an die Ausländerbehörde.",
  roundRefused:
    "Ohne diese Einwilligung gibt es keine gemeinsame Runde: Laden Sie nur eine Stelle ein, oder planen Sie eine anonyme Fallbesprechung.",
  goesOn: "„Speichern“ erfasst die Einwilligungen und sucht Termine.",
  saved: "Einwilligung erfasst",

  overviewTitle: (label: string) => `Einwilligungen · ${label}`,
  overviewEmpty: "Noch keine Einwilligung erfasst.",
  none: "Es fehlt keine Einwilligung.",
  missingTitle: "Fehlt noch",
  missing: (office: string, why: string) => `${office} – ${why}`,
  record: "Einwilligung erfassen",
  withdraw: "Widerrufen",
  withdrawAll: "Alle widerrufen",
  states: {
    inForce: (until: string | undefined) => (until ? `✓ gilt bis ${until}` : "✓ gilt bis zum Widerruf"),
    endsSoon: (until: string) => `! endet bald: ${until}`,
    notYet: (from: string) => `– gilt erst ab ${from}`,
    ended: (until: string) => `✗ abgelaufen am ${until}`,
    withdrawn: (day: string) => `✗ widerrufen am ${day}`,
    resting: "✗ ruht: jemand anderes hat widerrufen",
    incomplete: (gaps: string) => `✗ unvollständig, gilt nicht: ${gaps}`,
  },
  older: (count: number) => `und ${count} frühere`,
  recordedLine: (giver: string, form: string, from: string) => `${giver}, ${form} am ${from}`,
  toldLine: (module: string, language: string, day: string) =>
    `Vorgelesen am ${day}: ${module} (${language})`,
  releasedShort: "von der Schweigepflicht entbunden",
  entrustedShort: "auch Anvertrautes (§ 65 SGB VIII)",

  gaps: {
    informed: "keine Aufklärung erfasst",
    evidence: "kein Nachweis",
    purpose: "kein Zweck",
    categories: "keine Datenarten",
    language: "keine Sprache",
    "immigration-confirmation": "Ausländerbehörde nicht eigens bestätigt",
    "immigration-health": "Gesundheitsangaben sind hier nicht erlaubt",
    round: "keine Stellen der Runde",
  } satisfies Record<Gap, string>,
  refusals: {
    none: "noch keine Einwilligung",
    incomplete: "unvollständig",
    "not-yet": "gilt noch nicht",
    ended: "abgelaufen",
    withdrawn: "widerrufen",
    direction: "erlaubt diese Richtung nicht",
    purpose: "gilt nicht für diesen Zweck",
    health: "umfasst keine Gesundheitsangaben",
    entrusted: "umfasst nichts, was dem Jugendamt anvertraut wurde",
    round: "gemeinsame Runde fehlt",
    "base-over": "Grundeinwilligung für KIM ist beendet",
  } satisfies Record<Refusal, string>,
  categories: {
    household: "Haushalt, Alter, Sprache",
    residence: "Aufenthalt",
    benefits: "Leistungen, Einkommen",
    housing: "Wohnen",
    work: "Arbeit, Bildung",
    children: "Kita, Schule, Jugendhilfe",
    health: "Gesundheit (eigens eingewilligt)",
  } satisfies Record<DataCategory, string>,
  purposes: {
    cooperation: "Zusammenarbeit im Fall",
    conference: "nur Fallkonferenz",
    handover: "Übergabe an einen anderen Träger",
  } satisfies Record<Purpose, string>,
  severalGivers: {
    "adult,second-adult": "beide Erwachsenen",
    "adult,young-person": "erwachsene Person und junger Mensch",
  },

  identity: "Identität mitgeteilt",
  identityTitle: (office: string) => `Identität mitgeteilt · ${office}`,
  identityHint: "Der Name steht nie im Fall. Hier steht nur, dass und wie Sie ihn der Stelle gesagt haben.",
  identityHow: "Wie?",
  identityHows: { phone: "am Telefon", "in-person": "persönlich" },
  identityDay: "Wann (leer = heute)",
  identityFuture: "Dieser Tag liegt in der Zukunft.",
  identityRefused: (office: string, why: string) =>
    `Die Identität darf ${office} nicht mitgeteilt werden: ${why}. Es wurde nichts erfasst.`,
  identitySaved: (office: string) => `Erfasst: Identität mitgeteilt an ${office}`,
  identityTold: (how: string, day: string) => `Identität mitgeteilt: ${how} am ${day}`,

  withdrawnTitle: "Einwilligung widerrufen",
  withdrawn: (offices: string) => `Ab sofort ohne Einwilligung: ${offices}.`,
  withdrawnNone: (offices: string) => `Für ${offices} war keine Einwilligung erfasst.`,
  withdrawnInvitation: (office: string, when: string) =>
    `Einladung zurückgenommen (ohne Grund): ${office}, Fallkonferenz am ${when}`,
  withdrawnByPhone: (office: string, when: string) =>
    `Bitte sagen Sie ${office} telefonisch ab: Fallkonferenz am ${when}. Einen Grund nennen Sie nicht.`,
  conferenceCancelled: (when: string) => `Die Fallkonferenz am ${when} ist damit abgesagt.`,
  resting: (office: string) =>
    `Für ${office} hat noch jemand eingewilligt. Das ruht, bis auch wer widerrufen hat neu einwilligt.`,
};

export type ConsentTexts = typeof consent;
