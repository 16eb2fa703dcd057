import { fold } from "../german/spelling.js";
import { root, stem } from "./word-forms.js";

/**
 * What everyday German words are worth when a question is read. The directory brings the words that name a
 * topic; this file says which words around them mean nothing, little, or something else, so that a topic is
 * found by what is special in a sentence and never by "Antrag", "Kind" or "anmelden" alone.
 *
 * The lists are about German, not about one directory. Add a word here when it misleads in any directory.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/).map(fold);
const formsOf = (list: string): ReadonlySet<string> => new Set(words(list));
const listed = new Set<string>();
const stemsOf = (list: string): ReadonlySet<string> => {
  for (const word of words(list)) listed.add(word);
  return new Set(words(list).map(stem));
};

/** Grammar: never part of a name or a topic. */
const grammar = formsOf(`
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
ich du er sie es wir ihr mich dich ihn uns euch sich mir dir ihm ihnen man selbst selber
mein meine meinen meinem meiner dein deine sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere unseren unserem unserer eure
dieser diese dieses diesen diesem jener jene jenes der-/diejenige solche solcher welche welcher welches welchen welchem
und oder aber sondern was denn sowie sowohl bzw beziehungsweise also dann doch auch nur noch schon mal nochmal wieder immer nie
dass daß ob wenn weil damit obwohl falls während bevor nachdem seitdem als wie
in im ins an am ans auf aufs aus bei beim bis durch für fürs fuer fur gegen hinter mit nach neben ohne über überm um ums unter von vom vor vorm zu zum zur zwischen wegen trotz laut seit per pro via ab innerhalb außerhalb bezüglich bzgl betr betreffs
ist sind seid bin bist war waren wäre wären sei gewesen sein hat habe haben hast hatte hatten hätte hätten gehabt wird werden werde wurde wurden würde würden worden geworden
kann können könnte könnten konnte konnten muss muß müssen müsste müssten musste mussten soll sollen sollte sollten will wollen wollte wollten möchte möchten mag darf dürfen dürfte
nicht nix nichts kein so sehr ganz etwas eher etwa circa ca fast nun jetzt hier da dort her hin dahin daher drin dran drauf dazu davon dafür dagegen dabei damit darum deswegen deshalb trotzdem
ja nein ne nee doch bitte gern gerne danke hallo hi hey moin tag guten morgen abend mfg lg vg gruß grüße liebe lieber sehr geehrte
mehr viel viele vielen wenig paar alle alles allen jede jeder jedes jeden beide beiden einige mehrere andere anderen anderer anderes
gibt gibts gibt's geht gehts macht machen mache tut tun lassen lässt läßt eigentlich überhaupt vielleicht wohl halt eben grad gerade irgendwie irgendwo irgendwas leider bloß
x s z d h u n m o
`);

/** Words by which people ask for an office, a person in it or the way there. */
const seeking = formsOf(`
wer wem wen wo wohin woher zuständig zustaendig zuständige zuständiger zuständiges zuständigen zuständigkeit zuständigkeiten verantwortlich
ansprechpartner ansprechpartnerin ansprechpartnerinnen ansprechperson ansprechpersonen ansprechstelle kontakt kontaktdaten kontaktieren kontaktperson erreichen erreichbar erreiche erreicht
telefon telefonnummer telefonnr tel telnr nummer nr rufnummer durchwahl hotline mail email mailadresse emailadresse adresse anschrift öffnungszeiten öffnungszeit sprechzeiten sprechstunde sprechzeit offen geöffnet
anrufen anruf anrufe ruf rufe rufen telefonieren wenden wende wendet hingehen gehen gehe geht schicken schicke hinschicken melden richtig richtige richtiger richtigen
amt ämter behörde behörden stelle stellen büro dienststelle abteilung abt sachgebiet fachbereich sachbearbeiter sachbearbeiterin sachbearbeitung sb mitarbeiter ansprechbar
beantragen beantragt beantrage beantragung antrag anträge antragstellung stellen stellt stelle einreichen abgeben besorgen bekommt bekommen kriegt kriegen holen beraten berät beratung hilft helfen hilfe unterstützt unterstützung kümmert
welches welche welcher vermitteln verbinden
`);

/** Words by which people ask for knowledge that stands in papers, not for an office. */
const knowing = formsOf(`
wann warum wieso weshalb wieviel wieviele bedeutet definition konzept konzeption vorlage beschluss beschlossen bewilligt
sitzung protokoll ausschuss sozialausschuss richtlinie förderrichtlinie bescheids lenkungsgruppe haushalt modul baustein
statistik evaluation stellenanteil stellenanteile sieht vorgesehen erklären erklär erkläre
`);

/** Words of the work that say nothing about the topic and are no sign of another one either. */
const filler = stemsOf(`
klient klientin klienten klientinnen kl kunde kundin person personen pers leute mensch menschen bürger bürgerin herr frau frauen mann männer fam familie familien paar ehepaar ehe
kind kinder kindern kindes jugend sohn söhne tochter töchter baby babys säugling junge jungen mädchen jugendliche jugendlicher jugendlichen teenager schüler schülerin erwachsene erwachsener senior seniorin senioren rentner rentnerin
mutter vater eltern mama papa mutti oma opa großeltern bruder schwester geschwister onkel tante cousin neffe nichte partner partnerin freund freundin ehemann ehefrau gatte mitbewohner bekannte nachbar nachbarin verwandte
jahr jahre jahren jährig jährige jähriger jährigen monat monate monaten woche wochen tag tage tagen stunde stunden minute heute morgen gestern übermorgen bald sofort dringend eilt eilig schnell kurzfristig aktuell derzeit momentan diese nächste nächsten kommende letzte letzten vorletzte seit frist fristen termin termine terminvergabe ende anfang januar februar märz april mai juni juli august september oktober november dezember jan feb mrz apr jun jul aug sep sept okt nov dez montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so wochenende vormittag nachmittag mittag abend früh spät später uhr
brief briefe post schreiben bescheid bescheide formular formulare unterlagen unterlage dokument dokumente nachweis nachweise bescheinigung papiere papier anlage kopie akte akten mappe aktenzeichen az info infos information informationen auskunft frage fragen rückfrage anliegen thema sache angelegenheit problem probleme schwierigkeit fall fälle fallkonferenz fako notiz
wohnt wohnen wohne lebt leben lebe wohnhaft ansässig zugezogen gezogen zieht ziehen kommt kommen gekommen her neu neue neuer neues neuen alt alte alter alten stadt gemeinde ort ortsteil stadtteil kreis region städteregion städteregional bezirk land nrw deutschland rheinland
braucht brauchen brauche brauch benötigt benötigen sucht suchen suche gesucht findet finden finde hat bekommt bekommen kriegt kriegen bezieht beziehen bezug erhält erhalten fehlt fehlen verloren weg kaputt abgelaufen läuft laufen abläuft ablaufen ablauf ausgelaufen abzulaufen fällig überfällig hinkommen klappt zählt steht stehen liegt offen erst erste ersten erstmal erneut
verlängern verlängert verlängerung verlängerungsantrag erneuern erneuerung ändern änderung ablehnung abgelehnt abgelehnten ablehnen widerspruch einspruch zusage genehmigt bewilligung prüfen prüfung prüft bearbeiten bearbeitung bearbeitet dauert dauer wartet warten wartezeit einreichen eingereicht abgeben abgegeben abgabe abgibt vorsprechen vorsprache vorstellen hochladen ausfüllen ausgefüllt mitbringen nachreichen begleiten begleitung klären geklärt kümmern regeln erledigen zahlt zahlen bezahlt bezahlen übernimmt übernehmen übernommen übernahme kosten geld finanzieren finanziert finanzierung förderung gefördert zuschuss leistung leistungen
möglich nötig wichtig richtig falsch sicher genau allein alleine zusammen gemeinsam gut schlecht krank gesund einfach schwer gleich offiziell eigene eigener eigenes eigen eigenständig eigenständige
deutsch deutsche deutscher deutschen arabisch arab türkisch russisch ukrainisch persisch farsi dari paschtu kurdisch tigrinya somali englisch französisch polnisch rumänisch bulgarisch albanisch serbisch
syrien syrer syrerin syrisch syrische syrischer afghanistan afghane afghanin afghanisch afghanische irak iraker irakerin irakisch irakische iran iraner iranerin iranische eritrea eritreer eritreerin eritreische somalia türkei türke türkin nigeria nigerianer nigerianerin guinea guineer ghana marokko marokkaner tunesien algerien ägypten libanon russland russe russin georgien georgier armenien aserbaidschan albanien albaner albanerin kosovo serbien bosnien mazedonien nordmazedonien montenegro rumänien rumäne rumänin bulgarien bulgare bulgarin polen pole polin italien spanien portugal griechenland kroatien ungarn indien inder pakistan bangladesch china vietnam venezuela kolumbien kamerun kongo äthiopien sudan ausland heimatland herkunftsland
ausländer ausländerin ausländisch ausländische ausländischer ausländischen geflüchtete geflüchteter geflüchteten flüchtling flüchtlinge migrant migrantin migranten migration zuwanderer zugewanderte neuzugewanderte eingereist einreise ankunft
kollege kollegin kollegen team wir chef arbeit job
unbedingt eventuell evtl ggf zb z.b. usw etc bspw inkl wg betr bzgl vllt bzw sowas dafür hierfür lieb lieben
`);

/** Known German words that are none of the above: they are no typo of a topic, and they may name another one. */
const ordinary = stemsOf(`
anmelden anmeldung abmelden abmeldung ummelden ummeldung melden meldung aufenthalt aufenthalte ausweis ausweise pass pässe karte karten schein scheine zettel urkunde urkunden zeugnis zeugnisse titel status
schule schulen schul unterricht klasse lehrer lehrerin kurs kurse sprache sprachen ausbildung studium studieren uni universität hochschule beruf berufe beruflich berufliche arbeiten arbeitet arbeitete arbeitslos arbeitgeber firma betrieb lohn gehalt stundenlohn vertrag
wohnung wohnungen miete mieter vermieter haus häuser zimmer heim heime unterkunft umzug umziehen umgezogen heizung heizkosten strom gas wasser nebenkosten möbel küche kühlschrank waschmaschine herd bett schrank renovieren renovierung schimmel
konto konten bank bar schulden kredit rate raten rechnung rechnungen mahnung vertrag handy internet versicherung haftpflicht steuer steuern rente renten unterhalt
arzt ärzte ärztin zahnarzt krankenhaus klinik therapie medikament medikamente rezept brille impfung impfen test untersuchung operation op pflege pflegen behinderung behindert behinderte behinderten gesundheit krankheit psychisch schwanger schwangerschaft geburt geboren geburtstag tod gestorben verstorben trauer beerdigung
polizei gericht anwalt anwältin rechtsanwalt recht rechtlich rechtliche gesetz gesetzlich gesetzliche gesetzlicher klage klagen urteil strafe anzeige
auto kfz pkw fahrrad roller führerschein bus bahn zug ticket fahrkarte parken parkplatz straße weg fahren fährt reise reisen urlaub flug flughafen
hund hunde katze tier tiere garten sport verein fußball schwimmbad schwimmen kino musik party fest feier essen trinken kaffee pizza restaurant brot brötchen supermarkt einkaufen laden geschäft kleidung
wetter regen sonne schnee heiß kalt warm
spielen spiel spiele lesen buch bücher bücherei film fernseher computer drucker laptop software passwort programm app datei email server teams outlook excel
politik wahl wählen partei bürgermeister landrat minister regierung bundestag
bitte lustig witz rezept kochen backen kuchen suppe
betreuung betreuen betreuer hilfen förderung beratung integration teilhabe bildung erziehung kosten wert kündigung kündigen gekündigt kürzung gekürzt kürzen anerkennung anerkennen anerkannt zulassung zulassen zugelassen verpflichtung verpflichtet freiwillig reichen rückkehr zurück ausreise einreisen besuch besuchen platz plätze
anhörung interview bewerbung bewerben weiterbildung maßnahme maßnahmen praktikum erlaubnis gestattung genehmigung genehmigen zustimmung zusicherung ernährung assistenz unbefristet befristet vorläufig vorläufige
verletzt unfall überfall opfer streit trennung getrennt scheidung geschieden scheiden heirat heiraten hochzeit verheiratet verlobt sorgerecht umgang erbe testament name namen nachname nachnamen vorname
gewalt schlagen schlägt geschlagen sucht drogen alkohol trauma angst sorge sorgen stress
ändert beginnen beginnt anfangen starten eröffnen schließen öffnen kaufen verkaufen mieten leihen spenden sparen
groß große klein kleine kleiner lang lange kurz hoch niedrig voll leer fertig bereit
reform regel regeln liste listen plan ziel ziele gruppe treffen besprechung gespräch gespräche sprechen spricht redet reden sagt sagen gesagt meint denkt weiß wissen kennt kennen versteht verstehen erklärt zeigt zeigen gehört hört sehen sieht schaut gesehen nimmt nehmen genommen gab geben bringt bringen trägt tragen hält halten bleibt bleiben lernt lernen gelernt nachholen holt holen schulplatz stütze
heimat wohnwagen wohnmobil heimweh teller keller renate reihe reihen reiche reicher rechte rechner rechnen sinn sinne kette kiste kino kilo kita-streik fakten faktor fiktiv function duldsam passiert passieren passt passend pause pauschal
erlaubt verboten altersgrenze pflicht pflichten grund gründe gründen kostenlos kostenlose umsonst gefahr ambulant medizinisch unterschied voraussetzung voraussetzungen art arten möglichkeit möglichkeiten angebot angebote kündigt projekt projekte mittagessen einkommen gruppen rathaus dienst dienste
busch strauch hahn stich bohl weiden werth atsch höfen rott straß arztbesuch hausarzt kinderarzt facharzt frauenarzt
feuer feuerwehr müll abfall baum bauen bau baustelle brand wald forst
`);

/** Affairs that offices deal with under other laws: beside one of these a weak word is about something else. */
const foreign = stemsOf(`
hund hunde katze tier kfz pkw auto autos motorrad roller anhänger fahrzeug boot drohne hundesteuer steuer steuern steuererklärung steuerbescheid grundsteuer gewerbesteuer lohnsteuer finanzamt zoll
müll sperrmüll abfall altpapier mülltonne tonne restmüll grünschnitt bau bauantrag baugenehmigung bauamt grundbuch kataster denkmal
parkausweis bewohnerparkausweis parken falschparker knöllchen bußgeld blitzer personalausweis perso führungszeugnis fischereischein angelschein jagdschein waffenschein waffe angel boots
wahl briefwahl wahlschein verein sportverein fitnessstudio schwimmkurs schwimmbad musikschule volkshochschule vhs bücherei bibliothek museum kino konzert theater
kirche kirchenaustritt friedhof grab bestattung erbschein testament notar scheidung fundbüro fundsachen feuerwehr straßenlaterne schlagloch winterdienst glasfaser internet wlan handy handyvertrag netflix computer drucker server passwort teams outlook excel bewerbungsfoto
urlaub flug hotel ticket bahn bus fahrkarte restaurant pizza essen rezept kochen fußball spiel lied film witz wetter aktie aktien bitcoin kredit immobilie eigentumswohnung garten pferd pony party feier geburtstag
`);

/** Heads of compounds that leave the meaning with what stands before them: "Wohngeld·antrag", "Kitaplatz·suche". */
const heads = words(`
antrag anträge antrags antragstellung antragsteller formular formulare bescheid bescheide bescheinigung bescheinigungen nachweis stelle stellen amt amtes ämter behörde büro kasse abteilung
suche sucher suchende beratung berater beraterin beratungsstelle hilfe hilfen leistung leistungen bezug bezieher bezieherin beziehende bezugs empfänger empfängerin empfangs berechtigung berechtigte berechtigt anspruch
verlängerung verlängern erteilung ausstellung erneuerung änderung ablauf entzug ablehnung bewilligung zahlung auszahlung nachzahlung rückzahlung rückforderung erstattung übernahme erhöhung kürzung sperre streichung aufhebung
frage fragen problem probleme probl sache sachen thema termin termine frist nummer nummern karte karten schein platz plätze kosten gebühr gebühren beitrag beiträge geld gelder zuschuss betrag satz rechner höhe
verfahren kurs kurse träger stützpunkt zentrum dienst fachstelle ansprechpartner zuständigkeit sachbearbeiter sachbearbeiterin sachbearbeitung mitarbeiter mitarbeiterin leitung akte sachbearb
anmeldung anmelden abmeldung vermittlung vergabe wechsel wunsch gutschein gespräch kontrolle prüfung angelegenheit angelegenheiten recht rechts inhaber inhaberin besitzer status situation lage fall fälle bedarf pflicht
kind kinder familie familien eltern mutter vater frau mann person personen klient klientin alt jährig jährige stadt kreis bundes landes gemeinde region
vertrag antritt ende beginn wohnung haus unterkunft versorgung gruppe betreuung therapie versicherung prozess
`);

/** First parts of compounds that leave the meaning with what follows: "Kreis·jugendamt", "Asyl·unterkunft". */
const modifiers = words(`
kreis stadt städtisch gemeinde bezirks landes bundes haupt neben folge weiter erst neu zweit verlängerungs eil sonder sozial kinder kind jugend familien frauen männer senioren alten eltern mütter
flüchtlings flüchtling asyl asylbewerber ausländer auslands migranten migrations integrations deutsch ukraine privat schul schüler studenten azubi wohn miet kranken gesundheits not
`);

/** Words that only say what is done to something else: alone they name a topic only if nothing else is named. */
const relational = stemsOf(`
anmelden anmeldung ummelden ummeldung umschreiben umschreibung zulassung verpflichtung verlängern titel anerkennung anerkennen anerkannt sucht trinkt abhängig kürzung kündigung gestattung zusicherung assistenz interview anhörung
heim betreuung betreuer rückkehr unbefristet ernährung bezahlen platz kur schein pass karte alter bescheid gefährdung eröffnen adresse meldung
`);

/** Nouns so general that they name a topic only if nothing else is said: "Schimmel in der Wohnung" is another. */
const general = stemsOf(`
wohnung schule arbeit job deutsch sprache miete heizkosten heizung strom ausbildung studium umzug
`);

/** Everyday nouns that may name a topic, but also turn up in talk about anything. */
const topical = stemsOf(`
alkohol drogen sucht schulden konto rente impfung impfen masern röntgen trauma heirat hochzeit unterkunft obdachlos schwanger asyl aufenthalt asylheim ausreise waschmaschine möbel klage vormund anwalt weiterbildung rassismus kim case management casemanagement fallmanagement aok ukraine
taschengeld inkasso arbeitslos selbständig selbstständig arbeiten geburt vaterschaft bank überweisung dolmetscher übersetzer übersetzen übersetzung pflege reha
`);

export type WordClass =
  /** Grammar. */
  | "grammar"
  /** Asks for an office. */
  | "seeking"
  /** Asks for knowledge. */
  | "knowing"
  /** Belongs to the work, says nothing. */
  | "filler"
  /** A known word with a meaning of its own. */
  | "ordinary"
  /** Not in the lists. */
  | "unknown";

/** The class of one folded word. Words in several lists belong to the first of the classes above. */
export function classOf(folded: string): WordClass {
  if (grammar.has(folded)) return "grammar";
  if (seeking.has(folded)) return "seeking";
  if (knowing.has(folded)) return "knowing";
  const stemmed = stem(folded);
  if (filler.has(stemmed)) return "filler";
  return ordinary.has(stemmed) ? "ordinary" : "unknown";
}

/** True for a stem that is everyday German, whatever a directory uses it for. */
export const isEveryday = (stemmed: string): boolean =>
  everyday.has(stemmed) || (stemmed.length > 5 && everydayRoots.has(root(stemmed)));

const everyday: ReadonlySet<string> = new Set([
  ...[filler, ordinary, topical, general, relational, foreign].flatMap((list) => [...list]),
  ...[...seeking, ...knowing, ...heads, ...modifiers].map(stem),
]);
const everydayRoots: ReadonlySet<string> = new Set([...everyday].map(root).filter((one) => one !== ""));

/** True if the very form stands in a list, for names that are words by chance ("Brand", but not "Kommern"). */
export const isListed = (folded: string): boolean =>
  listed.has(folded) || grammar.has(folded) || seeking.has(folded);

export const isForeignAffair = (stemmed: string): boolean => foreign.has(stemmed);

export type Weakness = "relational" | "general" | "topical";

/** How little a word proves alone: it needs a bare question (relational) or at least no other subject (topical). */
export function weaknessOf(stemmed: string): Weakness | null {
  if (relational.has(stemmed)) return "relational";
  if (general.has(stemmed)) return "general";
  return topical.has(stemmed) ? "topical" : null;
}

/** Words that ask for an office and nothing else. */
const office = formsOf(`
wer wem wo wohin zuständig zuständige zuständiger zuständiges zuständigen zuständigkeit ansprechpartner ansprechpartnerin ansprechperson ansprechstelle
kontakt kontaktdaten telefon telefonnummer telefonnr tel nummer nr durchwahl adresse anschrift öffnungszeiten sprechzeiten sprechstunde offen geöffnet erreichbar erreiche anrufen wenden hingehen mail email
amt behörde stelle antrag beantragen anträge beratung
`);

/** The question asks who does something, or where. */
export const asksForOffice = (folded: readonly string[]): boolean => folded.some((word) => office.has(word));

/** The question asks what something is, when or how much: that stands in papers. */
export function asksForKnowledge(folded: readonly string[]): boolean {
  return folded.some((word, at) => {
    const next = folded[at + 1] ?? "";
    if (word === "wie")
      return /^(?:viel|viele|hoch|lange|oft|gross|heisst|lautet|alt|weit|teuer|spat)$/.test(next);
    if (word === "was") return /^(?:ist|sind|bedeutet|heisst|war|steht|kostet|regelt|gilt|macht)$/.test(next);
    return knowing.has(word);
  });
}

/** People as nouns: an adjective before one describes them and names no topic ("schwangere Klientin"). */
const people = stemsOf(`
klient klientin klienten kl kunde kundin person personen frau frauen mann männer mutter mütter vater väter eltern familie familien fam kind kinder sohn tochter junge mädchen jugendlicher jugendliche schüler schülerin jähriger jährige ehepaar paar bruder schwester mensch
rentnerin rentner student studentin afghane afghanin syrer syrerin iraker irakerin ukrainer ukrainerin flüchtling geflüchtete
`);
export const isPerson = (folded: string): boolean =>
  people.has(stem(folded)) || /^\d{1,3}jahrig/.test(folded);

export const compoundHeads: ReadonlySet<string> = new Set(heads);
export const compoundModifiers: ReadonlySet<string> = new Set(modifiers);
