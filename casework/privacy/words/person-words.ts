/** Words that stand beside names and say what they are. Lists like the others: folded on loading. */

/** One person: "Frau", "Herr". "Fr" is also a Friday, see names.ts. */
export const PERSON_TITLES = "Frau Fraun Fr Herr Herrn Hr Hrn Hrrn Fräulein Madame Monsieur Mister Mr Mrs";
/** Professional titles; they say that the person is no client. */
export const ACADEMIC_TITLES =
  "Dr Drs Prof Professor Professorin Doktor Dipl Pastor Pastorin Pfarrer Pfarrerin Imam";
export const FAMILY_TITLES =
  "Familie Fam Familien Eheleute Ehepaar Ehel Geschwister Gebrüder Großfamilie Bedarfsgemeinschaft";

/** Clients, relatives, acquaintances: the noun stays, the name after it goes. */
export const RELATIVES = `
Klient Klientin Klienten Klientinnen Kl Kli Klnt Ratsuchender Ratsuchende Ratsuchenden Hilfesuchende Person Bewohner Bewohnerin Patient Patientin Mandant Mandantin Antragsteller Antragstellerin Teilnehmer Teilnehmerin Teilnehmende Tn Kunde Kundin Gast
Mutter Vater Mama Papa Eltern Sohn Söhne Tochter Töchter Bruder Brüder Schwester Schwestern Oma Opa Großmutter Großvater Großeltern Onkel Tante Cousin Cousine Kusine Vetter Neffe Nichte Enkel Enkelin Enkelkind Schwager Schwägerin Schwiegermutter Schwiegervater Schwiegersohn Schwiegertochter Stiefvater Stiefmutter Stiefsohn Stieftochter Halbbruder Halbschwester Zwilling Zwillinge Zwillingsbruder Zwillingsschwester Kindsvater Kindesvater Kindsmutter Kindesmutter KV KM
Ehemann Ehefrau Mann Ex Exmann Exfrau Ehegatte Ehegattin Gatte Gattin Verlobter Verlobte Lebensgefährte Lebensgefährtin Partner Partnerin Kind Kinder Kindern Kleinkind Säugling Neugeborenes Neugeborene Baby Babys Junge Jungen Mädchen Jugendlicher Jugendliche Pflegekind Pflegetochter Pflegesohn Mündel Freund Freundin Freunde Nachbar Nachbarin Nachbarn Bekannter Bekannte Mitbewohner Mitbewohnerin Untermieter Untermieterin Mieter Mieterin Schüler Schülerin Azubi Student Studentin Flüchtling Geflüchteter Geflüchtete Zeuge Zeugin Kleine Kleiner Große Ältester Älteste Jüngster Jüngste Säuglings Mutti Vati
`;

/** Functions: the noun stays as well, and says that the person is an official or a helper. */
export const FUNCTIONS = `
Sachbearbeiter Sachbearbeiterin Sachbearbeitung SB SBin Ansprechpartner Ansprechpartnerin Ansprechperson Kollege Kollegin Chef Chefin Leiter Leiterin Leitung Abteilungsleiter Abteilungsleiterin Teamleiter Teamleiterin Amtsleiter Amtsleiterin Schulleiter Schulleiterin Kitaleitung Heimleitung Heimleiter Heimleiterin Dezernent Dezernentin Bürgermeister Bürgermeisterin
Vormund Vormündin Betreuer Betreuerin Bevollmächtigter Bevollmächtigte Berufsbetreuer Berufsbetreuerin Pfleger Pflegerin Anwalt Anwältin Rechtsanwalt Rechtsanwältin RA RAin Richter Richterin Notar Notarin Gutachter Gutachterin Polizist Polizistin Arzt Ärztin Hausarzt Hausärztin Kinderarzt Kinderärztin Frauenarzt Frauenärztin Zahnarzt Zahnärztin Therapeut Therapeutin Psychologe Psychologin Hebamme
Lehrer Lehrerin Klassenlehrer Klassenlehrerin Erzieher Erzieherin Tagesmutter Sozialarbeiter Sozialarbeiterin Schulsozialarbeiter Schulsozialarbeiterin Streetworker Streetworkerin Berater Beraterin Vermittler Vermittlerin Arbeitsvermittler Arbeitsvermittlerin Fallmanager Fallmanagerin Casemanager Casemanagerin Dolmetscher Dolmetscherin Dolmi Übersetzer Übersetzerin Sprachmittler Sprachmittlerin Ehrenamtler Ehrenamtlerin Ehrenamtlicher Ehrenamtliche Pate Patin Mentor Mentorin
Vermieter Vermieterin Hausmeister Hausmeisterin Hausverwalter Arbeitgeber Arbeitgeberin Meister Meisterin Ausbilder Ausbilderin Trainer Trainerin Makler Maklerin Eigentümer Eigentümerin Mitarbeiter Mitarbeiterin Referent Referentin Praktikant Praktikantin Vertretung Vertreter Vertreterin Vorgesetzte Vorgesetzter
`;

/** Nouns that a bare name can follow: "Fall Yilmaz", "Termin Yilmaz". */
export const CASE_NOUNS =
  "Fall Akte Sache Causa Vorgang Klage Verfahren Termin Telefonat Anruf Gespräch Erstgespräch Übergabe Rückruf Besuch Hausbesuch Wiedervorlage Wv Anfrage Unterlagen Antrag Bescheid Wohnung Konto Beratung EWE Einwilligung Vollmacht Mietvertrag Kündigung Protokoll Betreff Betr Rücksprache Kanzlei Gruß Grüße Mfg Lg Vg";

/** Offices and agencies: whoever speaks for one is a function. */
export const OFFICES = `
JC Jobcenter Job-Center JuA Jugendamt JA ASD ABH Ausländeramt Ausländerbehörde SoA Sozialamt Wohngeldstelle Wohngeldamt Wohnungsamt Standesamt Meldeamt Einwohnermeldeamt Bürgerbüro Bürgeramt Gesundheitsamt SpDi Versorgungsamt Schulamt Ordnungsamt Finanzamt Zoll Familienkasse Krankenkasse KK AOK TK Barmer DRV Rentenversicherung BAMF Bamf Agentur Arbeitsagentur Arbeitsamt AA
Caritas Diakonie DRK AWO Awo SkF SkM Malteser Johanniter VHS Vhs KI KIM Kim MBE JMD LVR Amtsgericht Verwaltungsgericht Familiengericht Gericht VG AG Polizei Schule Grundschule Hauptschule Realschule Gesamtschule Gymnasium Berufskolleg Kita Kindergarten OGS Ogs Krankenhaus Klinik Beratungsstelle Schuldnerberatung Suchtberatung Suchthilfe Bezirksregierung Kreis Stadt Gemeinde StädteRegion Städteregion Stadtverwaltung Rathaus Amt Behörde Sozialdienst Pflegekasse
Hausverwaltung Bank Sparkasse Inkasso IHK HWK RWTH Unterkunft Heim GU ZUE Frauenhaus Verein Träger Fachstelle Vermietung Wohnungsgesellschaft Betreuungsstelle Betreuungsgericht Straßenverkehrsamt Konsulat Botschaft
`;

/** What only people do; the word before one of these is a person. */
export const PERSON_VERBS = `
braucht brauchte sucht suchte möchte will wollte wohnt wohnte spricht sprach fragt fragte sagt sagte bittet bat meint meinte ruft rief meldet arbeitet arbeitete lernt lebt lebte heiratet weint versteht unterschreibt begleitet dolmetscht pflegt hofft freut wünscht bewirbt zieht zog kommt kam geht ging hat hatte bekommt bekam erhält bringt brachte holt nimmt lehnt darf kann muss soll ist war wartet verlor verliert kündigt vermisst besucht schreibt
zahlt schuldet beantragt verdient verweigert erzählt berichtet erschien erscheint kennt weiß schläft isst trennt verließ flieht floh stammt leidet reist fährt telefoniert hilft übersetzt betreut zustimmt verspricht
`;

/** Of these verbs, those that things do as well ("Bescheid kommt"). */
export const COMMON_VERBS =
  "hat hatte ist war kommt kam geht ging darf kann muss soll bringt brachte nimmt zahlt zieht zog wartet hilft fährt will wollte erhält bekommt bekam weiß";

/** Names after these are places, houses or firms. */
export const SAINT_WORDS = "St Sankt Sankte Hl Heilige Heiliger Heiligen Firma Fa Haus Kirche";

export const INSTITUTIONS =
  "Schule Grundschule Hauptschule Realschule Gesamtschule Förderschule Gymnasium Berufskolleg Kolleg Stiftung Institut Krankenhaus Hospital Klinik Haus Platz Straße Str Weg Allee Ring Zentrum Kirche Kita Kindergarten Akademie Apotheke Preis GmbH AG KG eV Verein Verlag Museum Park Halle Bad Brücke Siedlung Stift Werk Werke Heim Gesellschaft Universität Bibliothek Drogerie Pizza Himmelfahrt";

/** People whom schools, streets and foundations are named after. */
export const EPONYMS = `
anne frank|robert koch|heinrich heine|willy brandt|friedrich ebert|konrad adenauer|max planck|otto benecke|albert schweitzer|albert einstein|hans böckler|geschwister scholl|sophie scholl|maria montessori|käthe kollwitz|janusz korczak|astrid lindgren|erich kästner|martin luther|martin luther king|theodor heuss|gustav heinemann|thomas morus|rosa luxemburg|otto hahn|carl von ossietzky|johannes rau|nelson mandela|helen keller|clara schumann|edith stein|maria sibylla merian|helene weber|adolph kolping|adolf kolping|rita süssmuth|heinrich böll|hannah arendt|kurt tucholsky|kurt schumacher|paul gerhardt|paul klee|max ernst|max frisch|franz von assisi|karl marx|clara fey|clara zetkin|bertolt brecht|thomas mann|heinrich mann|gerhart hauptmann|friedrich fröbel|johann heinrich pestalozzi|peter ustinov|pius xii|mies van der rohe|paul julius reuter|alfred delp|dietrich bonhoeffer|ernst reuter|kaiser karl|karl der große|kaiser friedrich|bischof klaus hemmerle|nell breuning|oswald von nell breuning|david hansemann|joseph von görres|vincenz palotti|elisabeth selbert|hedwig dransfeld|louis pasteur|marie curie|alexander von humboldt|wilhelm busch|gebrüder grimm|brüder grimm|astrid lindgren|james krüss|luise hensel|marie juchacz|else lasker schüler|peter jordan|werner heisenberg|siegfried lenz|maria|paul ehrlich|leonardo da vinci|julius leber
`;

/** Parts of names: the first can begin one anywhere, the second after "Frau" or inside a name. */
export const LEADING_PARTICLES = "al el abu abou ibn ben ould ait";
export const JOINING_PARTICLES =
  "al el as ash ad ul ur abu abou bin bint ben ibn umm um von van zu de del della dal di da do dos la le ten ter af y e mc mac st ould ait ap";
