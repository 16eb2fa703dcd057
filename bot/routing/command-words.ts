import { editDistance, fold } from "../../knowledge/german/spelling.js";

/**
 * The words that commands are made of, by the part they play. A word may play several. Whatever is not in here
 * is content: a command without free text allows none, which is what keeps questions out.
 */
const lists = {
  /** Says nothing by itself: articles, pronouns, prepositions, politeness. */
  glue: `on about with aber dir bitte mal doch eben kurz schnell mir mich uns euch ich du sie er es wir man kannst kann können könntest
    könnten könnt würdest würde würden möchte möchten will wollen wollte gern gerne einmal nochmal noch jetzt denn
    eigentlich einfach danke dankeschön please can could you me i want would like the a an of for to my der die das
    den dem des ein eine einen einem einer eines nen ne n zu zum zur von vom für fürs bei beim in im ins auf aus mit
    und da dazu dafür hier also ja ok okay so nur auch ach oh hm brauche brauchen bräuchte benötige hätte hab habe
    haben lass lasse diesen diesem dieser diese dieses bzgl betreffend u is wegen`,
  greeting: `hallo hallöchen hi hey hello moin moinsen servus tach tagchen guten gute schönen schoenen grüß gruss
    good mahlzeit hallöle huhu halo hllo haloo`,
  greetingTail: `du tag morgen abend gott dich zusammen kim bot assistent moin day morning afternoon evening wie geht
    gehts dir ihnen s there team guten tach liebe liebes
    lieber`,
  help: `hilfe help hilf helfen helfe hilfst befehle kommandos kommando menü anleitung bedienung bedienungsanleitung
    commands menu hilfetext start`,
  helpTail: `was wie wobei womit kannst kann machst machen tun funktioniert funktionierst funktionen geht alles bot
    assistent kim what do does this work how um brauche ist sind deine der welche gibt komme
    nicht weiter klar dich benutze nutze bediene`,
  cancel: `abbrechen abbruch abgebrochen stopp stop stoppen halt cancel abort quit verwerfen beenden brich vergiss
    vergessen`,
  cancelTail: `ab es das sein alles vorgang eingabe formular ganze nein ne nee doch lieber aktion anlegen fall
    that it`,
  show: `zeig zeige zeigst zeigen zeigt anzeigen öffne öffnen öffnest aufrufen aufmachen ruf rufe gib geben show
    open see sehen ansehen anschauen anzeige display list liste auflisten nenn nenne geh gehe wechsel wechsle lad
    lade such suche suchen finde finden find`,
  case: `fall fal faal fallakte akte case vorgang falls falles`,
  client: `klient klientin klienten kl client familie fam`,
  cases: `klienten klientinnen fälle fällen fallliste fallübersicht cases klientenliste falliste`,
  mine: `meien mene mein meinne menie alle all meine mein meiner meinen offene offenen offen laufende laufenden aktuelle aktuellen aktive aktiven
    welche gerade momentan derzeit zurzeit übersicht liste viele wieviele wie zugeordnet betreue bearbeite my open
    current neuesten letzten letzter letzte geschlossene abgeschlossene sind was wo`,
  showTail: `stand status aktueller aktuelle aktuellen infos info informationen details detail übersicht
    zusammenfassung karte daten phase steht läuft laufen sieht aus los was wie ist um ums zuletzt an wieder weiter
    akte what is mein meinen bearbeiten ändern aktualisieren`,
  showQuestion: `hat gibt liegt vor wann welche nächste offen offene fehlt fehlen sind ansteht`,
  note: `notiz note notieren notiere notier vermerk vermerke vermerken aktennotiz gesprächsnotiz telefonnotiz
    fallnotiz aktenvermerk gesprächsvermerk telefonvermerk kurznotiz`,
  writes: `schreib schreibe schreiben trag trage eintragen halte halt fest festhalten ergänze ergänzen protokolliere merke merken merk`,
  notes: `notizen vermerke notes einträge`,
  history: `verlauf historie chronik history fallverlauf fallhistorie timeline`,
  historyTail: `alle bisher bislang passiert gelaufen geschehen war waren ist was alles letzte letzten gesamte gesamten
    ganze ganzen komplette kompletten welche gibt wie los getan schon`,
  happened: `passiert gelaufen geschehen war waren getan`,
  measure: `maßnahme massnahme todo task aufgabe wiedervorlage wv measure followup`,
  measures: `maßnahmen aufgaben todos tasks wiedervorlagen`,
  create: `anlegen angelegt anlege lege leg legst erstelle erstellen eröffne eröffnen aufnehmen erfassen erfasse mach
    mache machen machst starten create add aufmachen neuanlegen`,
  /** Other verbs and particles that set something going. */
  make: `starte beginne füge fügen hinzufügen hinzu setz setze make an auf plane planen plan organisiere organisieren
    vereinbare vereinbaren ansetzen einberufen einladen lade laden lad stell stelle einplanen buche buchen schedule
    arrangiere koordiniere koordinieren schlag schlage vor terminiere terminieren ein`,
  reminds: `erinnere erinner erinnerst erinnerung remind`,
  fresh: `neu neue neuer neuen neues neur new weitere weiteren`,
  freshCase: `neufall neuaufnahme fallaufnahme fallanlage neuzugang`,
  conference: `fako fallkonferenz hilfekonferenz helferkonferenz helferrunde konferenz conference facko fakko
    fallkonferenzen unterstützerrunde netzwerkkonferenz`,
  meeting: `termin treffen gespräch runde sitzung besprechung fallbesprechung meeting`,
  change: `sag sage absagen abgesagt absage verschieb verschiebe verschieben verschoben verleg verlege verlegen
    storniere stornieren streiche lösche löschen protokoll ergebnis ergebnisse teilnehmer zusagen erinnere`,
  contacts: `ansprechpartner ansprechpartnerin ansprechpartnerinnen ansprechpartnern ansprechperson ansprechpersonen
    kontakte kontaktpersonen contacts`,
  contactTail: `kontakt kontaktdaten zuständig zuständige zuständigen zuständigkeit zuständigkeiten stelle stellen
    ämter amt behörde behörden wen wer ist sind welche welches alles alle anrufen rufe anrufe kontaktieren
    ansprechen anschreiben wenden an beteiligt beteiligte beteiligten telefonnummern telefonnummer nummern gehören
    gehört responsible who is muss soll sollte jeweilige jeweiligen gibt hilft wende`,
  reaches: `responsible kontakt kontaktdaten zuständig zuständige zuständigen zuständigkeit zuständigkeiten anrufen rufe anrufe
    kontaktieren ansprechen anschreiben beteiligt beteiligte beteiligten telefonnummern telefonnummer ämter behörden wende hilft`,
  agenda: `agenda termine fristen wochenplan tagesplan wochenübersicht tagesübersicht kalender terminkalender
    terminübersicht deadlines wiedervorlagen aufgaben todos tasks`,
  agendaTail: `was welche steht stehen liegt liegen ist sind gibt muss müssen soll alles alle meine mein meinen
    meiner kommt kommen an ansteht anstehen anstehende anstehenden anliegt dran fällig fällige fälligen tun erledigen
    machen ab laufen läuft ablaufen los geplant what whats s is on our todo übersicht wichtig wichtiges heran
    bevor offen offene offenen bald vor etwas irgendwas nächsten nächste nächster sachen dinge woche tag aufenthaltstitel
    titel duldungen fiktionsbescheinigungen aufenthaltserlaubnisse wann`,
  overdue: `überfällig überfällige überfälligen überfälliges overdue versäumt versäumte versäumten`,
  consent: `einwilligung einwilligungen grundeinwilligung basiseinwilligung einwilligungserklärung ewe einverständnis einverständniserklärung
    schweigepflichtentbindung schweigepflichtsentbindung consent eingewilligt consents`,
  withdrawn: `zurückgezogen zurückgenommen widerrufen widerruft widerruf widersprochen zurückziehen zieht zurück
    entzogen withdrawn withdrew withdraws revoked widerrufe`,
  consentTail: `hat haben liegt vor erteilt gegeben gibt unterschrieben unterzeichnet schriftlich schriftliche
    schriftl mündlich mündl telefonisch tel gültig gilt ist beide beiden richtungen richtung beidseitig gegenseitig
    wechselseitig einseitig nur an mutter vater eltern klient klientin klienten kl client heute ab bis writing written signed
    orally verbally phone ways directions direction given mother father parents until today valid way`,
  /** Said of a consent that is not there, or not any more. */
  missing: `nicht kein keine keiner fehlt fehlen fehlende fehlender verweigert abgelehnt offen läuft abgelaufen missing expired`,
  template: `muster vorlage vorlagen formular vordruck gesetz download datenschutz brauche brauchen braucht`,
  question: `was wer wie wo wann warum wieso weshalb welche welcher welches welchen welchem wozu wofür womit wohin
    woher wen wem what who how when where why which ist sind war gibt muss müssen darf dürfen braucht soll sollte
    findet ob`,
} as const;

export type Role = keyof typeof lists;

const nothing: ReadonlySet<Role> = new Set();
const rolesOf = new Map<string, Set<Role>>();
for (const [role, words] of Object.entries(lists)) {
  for (const word of words.split(/\s+/)) {
    const key = fold(word);
    const roles = rolesOf.get(key);
    if (roles) roles.add(role as Role);
    else rolesOf.set(key, new Set([role as Role]));
  }
}

/** The parts that a folded word may play; one letter wrong is understood in the words that name a command. */
export function rolesOfWord(folded: string): ReadonlySet<Role> {
  const exact = rolesOf.get(folded);
  if (exact) return exact;
  const meant = meantBy(folded);
  return (meant === undefined ? undefined : rolesOf.get(meant)) ?? nothing;
}

// ---- Typos ----------------------------------------------------------------------------------------------------

const named: readonly Role[] = [
  "help",
  "cancel",
  "show",
  "cases",
  "note",
  "notes",
  "history",
  "measure",
  "measures",
  "create",
  "make",
  "reminds",
  "freshCase",
  "conference",
  "contacts",
  "agenda",
  "overdue",
  "consent",
  "withdrawn",
];

/** Real words one letter away from a command: never a typo. */
const realWords = new Set(
  `aachen leben kontakten keine seine deine eine reine feine beine leine kleine weine meint meinte meinem offen laufend aktuell verkauf vorlauf halle hallen hallt fallen gefalle kalle balle nötig notig ausgabe ausgaben abgabe abgaben anliegen
  herstellen hilft gehilfe feige ziege zweige zeile zeilen zeiger zeugen zeugt feiger termin kontakte kontrakte
  ablegen auflegen zulegen belegen einlesen anleger verlegen belade bude planer platten pläne lager legt lader fügt
  macht mache macher bache rache sache wachen lachen sachen nachen machern suchte sucht finder findet kinder binden
  stellt stelle stellen steller hielt angelt vertrag versuch maßnehmen vergessen vergisst hinde funde
  walten gelbe ruhe ruft rufen gebe gibt gegeben giebel start startet`
    .split(/\s+/)
    .map(fold),
);

/** Every typo-tolerant word, and every such word with one letter left out. */
const nearby = new Map<string, string[]>();
for (const role of named) {
  for (const word of lists[role].split(/\s+/).map(fold)) {
    if (word.length < 5) continue;
    for (const key of [word, ...withoutOneLetter(word)]) nearby.set(key, [...(nearby.get(key) ?? []), word]);
  }
}

/** Two words one edit apart are equal once at most one letter of each is left out; the distance settles the rest. */
function meantBy(folded: string): string | undefined {
  if (folded.length < 4 || folded.length > 40 || /\d/.test(folded) || realWords.has(folded)) return undefined;
  const isMeant = (one: string) => editDistance(folded, one, 1) === 1;
  const longer = nearby.get(folded)?.find(isMeant);
  if (longer) return longer;
  for (let i = 0; i < folded.length; i++) {
    const word = nearby.get(folded.slice(0, i) + folded.slice(i + 1))?.find(isMeant);
    if (word) return word;
  }
  return undefined;
}

function withoutOneLetter(word: string): readonly string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}
