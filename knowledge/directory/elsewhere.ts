import { fold } from "../german/spelling.js";

/**
 * Names of towns, so that "Jugendamt Düren" is seen to ask about Düren where Düren is not in the directory.
 * Every name that the directory itself holds goes before; a name missing here only costs a plainer refusal.
 * `_` stands for a blank inside a name.
 */

/** The municipalities of North Rhine-Westphalia, by the name people use. */
const northRhineWestphalia = `
Aachen Ahaus Ahlen Aldenhoven Alfter Alpen Alsdorf Altena Altenbeken Altenberge Anröchte Arnsberg
Ascheberg Attendorn Augustdorf Bad_Berleburg Bad_Driburg Bad_Honnef Bad_Laasphe Bad_Lippspringe
Bad_Münstereifel Bad_Oeynhausen Bad_Salzuflen Bad_Sassendorf Bad_Wünnenberg Baesweiler Balve Barntrup
Beckum Bedburg Bedburg-Hau Beelen Bergheim Bergisch_Gladbach Bergkamen Bergneustadt Bestwig Beverungen
Bielefeld Billerbeck Blankenheim Blomberg Bocholt Bochum Bönen Bonn Borchen Borgentreich Borgholzhausen
Borken Bornheim Bottrop Brakel Breckerfeld Brilon Brüggen Brühl Bünde Burbach Büren Burscheid
Castrop-Rauxel Coesfeld Dahlem Datteln Delbrück Detmold Dinslaken Dörentrup Dormagen Dorsten Dortmund
Drensteinfurt Drolshagen Duisburg Dülmen Düren Düsseldorf Eitorf Elsdorf Emmerich Emsdetten Engelskirchen
Enger Ennepetal Ennigerloh Ense Erftstadt Erkelenz Erkrath Erndtebrück Erwitte Eschweiler Eslohe
Espelkamp Essen Euskirchen Everswinkel Extertal Finnentrop Frechen Freudenberg Fröndenberg Gangelt
Geilenkirchen Geldern Gelsenkirchen Gescher Geseke Gevelsberg Gladbeck Goch Grefrath Greven Grevenbroich
Gronau Gummersbach Gütersloh Haan Hagen Halle Hallenberg Haltern Halver Hamm Hamminkeln Harsewinkel
Hattingen Havixbeck Heek Heiden Heiligenhaus Heimbach Heinsberg Hellenthal Hemer Hennef Herdecke Herford
Herne Herscheid Herten Herzebrock-Clarholz Herzogenrath Hiddenhausen Hilchenbach Hilden Hille Holzwickede
Hopsten Horn-Bad_Meinberg Hörstel Horstmar Hövelhof Höxter Hückelhoven Hückeswagen Hüllhorst Hünxe
Hürtgenwald Hürth Ibbenbüren Inden Iserlohn Isselburg Issum Jüchen Jülich Kaarst Kalkar Kall Kalletal
Kamen Kamp-Lintfort Kempen Kerken Kerpen Kevelaer Kierspe Kirchhundem Kirchlengern Kleve Köln
Königswinter Korschenbroich Kranenburg Krefeld Kreuzau Kreuztal Kürten Ladbergen Laer Lage Langenberg
Langenfeld Langerwehe Legden Leichlingen Lemgo Lengerich Lennestadt Leopoldshöhe Leverkusen Lichtenau
Lienen Lindlar Linnich Lippetal Lippstadt Lohmar Löhne Lotte Lübbecke Lüdenscheid Lüdinghausen Lügde
Lünen Marienheide Marienmünster Marl Marsberg Mechernich Meckenheim Medebach Meerbusch Meinerzhagen
Menden Merzenich Meschede Metelen Mettingen Mettmann Minden Moers Möhnesee Mönchengladbach Monheim
Monschau Morsbach Much Mülheim Münster Netphen Nettersheim Nettetal Neuenkirchen Neuenrade
Neukirchen-Vluyn Neunkirchen-Seelscheid Neuss Nideggen Niederkassel Niederkrüchten Niederzier Nieheim
Nordkirchen Nordwalde Nörvenich Nottuln Nümbrecht Oberhausen Ochtrup Odenthal Oelde Oer-Erkenschwick
Oerlinghausen Olfen Olpe Olsberg Ostbevern Overath Paderborn Petershagen Plettenberg Porta_Westfalica
Preußisch_Oldendorf Pulheim Radevormwald Raesfeld Rahden Ratingen Recke Recklinghausen Rees Reichshof
Reken Remscheid Rheda-Wiedenbrück Rhede Rheinbach Rheinberg Rheine Rheurdt Rietberg Rödinghausen Roetgen
Rommerskirchen Rosendahl Rösrath Ruppichteroth Rüthen Saerbeck Salzkotten Sassenberg Schalksmühle
Schermbeck Schieder-Schwalenberg Schlangen Schleiden Schmallenberg Schöppingen Schwalmtal Schwelm
Schwerte Selfkant Selm Senden Sendenhorst Siegburg Siegen Simmerath Soest Solingen Sonsbeck Spenge
Sprockhövel Stadtlohn Steinfurt Steinhagen Steinheim Stemwede Stolberg Straelen Südlohn Sundern Swisttal
Tecklenburg Telgte Titz Tönisvorst Troisdorf Übach-Palenberg Uedem Unna Velbert Velen Verl Versmold
Vettweiß Viersen Vlotho Voerde Vreden Wachtberg Wachtendonk Wadersloh Waldbröl Waldfeucht Waltrop Warburg
Warendorf Warstein Wassenberg Weeze Wegberg Weilerswist Welver Wenden Werdohl Werl Wermelskirchen Werne
Werther Wesel Wesseling Westerkappeln Wetter Wettringen Wickede Wiehl Wilnsdorf Willebadessen Willich
Windeck Winterberg Wipperfürth Witten Wülfrath Wuppertal Würselen Xanten Zülpich
`;

/** Larger towns of the other Länder, and those from which people are sent on. */
const germany = `
Berlin Hamburg München Frankfurt Stuttgart Leipzig Dresden Bremen Bremerhaven Hannover Nürnberg Mannheim
Karlsruhe Augsburg Wiesbaden Braunschweig Kiel Chemnitz Magdeburg Freiburg Erfurt Mainz Rostock Kassel
Saarbrücken Potsdam Oldenburg Osnabrück Heidelberg Darmstadt Regensburg Würzburg Wolfsburg Ingolstadt
Göttingen Ulm Heilbronn Pforzheim Offenbach Trier Koblenz Jena Gera Schwerin Cottbus Hildesheim Erlangen
Fürth Reutlingen Tübingen Konstanz Ludwigshafen Kaiserslautern Worms Speyer Bamberg Bayreuth Passau
Landshut Rosenheim Kempten Fulda Gießen Marburg Hanau Celle Lüneburg Emden Wilhelmshaven Cuxhaven Stade
Flensburg Lübeck Neumünster Stralsund Greifswald Zwickau Plauen Görlitz Bautzen Dessau Weimar Eisenach
Suhl Nordhausen Andernach Neuwied Bitburg Prüm Gerolstein Daun Mayen Buxtehude Delmenhorst Vechta
Cloppenburg Nordhorn Lingen Papenburg Meppen Goslar Hameln Salzgitter Peine Friedland Zirndorf
Eisenhüttenstadt Halberstadt Sigmaringen Lörrach Offenburg Ravensburg Friedrichshafen Göppingen Esslingen
Ludwigsburg Sindelfingen Böblingen Aalen Bruchsal Rastatt Baden-Baden Weinheim Unkel Linz Remagen Sinzig
Ahrweiler Adenau
`;

/** Neighbours across the border, and towns of the world that turn up in conversations. */
const abroad = `
Eupen Raeren Kelmis Lontzen Walhorn Welkenraedt Lüttich Liège Verviers Malmedy Sankt_Vith Brüssel
Antwerpen Gent Brügge Löwen Hasselt Genk Tongeren Vaals Kerkrade Heerlen Maastricht Gulpen Landgraaf
Brunssum Sittard Geleen Roermond Venlo Eindhoven Nimwegen Nijmegen Arnheim Rotterdam Amsterdam Utrecht
Luxemburg Paris Wien Graz Zürich Basel Bern Straßburg London Rom Mailand Madrid Warschau Prag Kiew Kyjiw
Charkiw Odessa Damaskus Aleppo Bagdad Kabul Teheran Istanbul Ankara
`;

/** Names that are German words as well: a town only after "in", "aus" or "nach", and with a capital. */
const alsoWords = `
Essen Lage Hagen Halle Hamm Heiden Recke Rees Wetter Wenden Senden Much Kall Alpen Enger Laer Löhne Lotte
Büren Brühl Kamen Menden Schlangen Inden Worms Rom Stade Titz Verl Marl Ense Hille Heek Haan Selm Peine
Bern Gent
`;

const names = (list: string): readonly string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll("_", " "));

/** Folded words of the name, joined by one blank → the name as it is written. */
export const townsElsewhere: ReadonlyMap<string, string> = new Map(
  [northRhineWestphalia, germany, abroad]
    .flatMap(names)
    .map((name): [string, string] => [fold(name).replaceAll("-", " "), name]),
);

const words = new Set(names(alsoWords).map(fold));

/** True if the town's folded name is also an ordinary word. */
export const isAlsoWord = (folded: string): boolean => words.has(folded);

/** Endings by which an unknown name after "in" is taken for a town. */
export const looksLikeTown = (folded: string): boolean =>
  /(?:dorf|berg|burg|heim|hausen|stadt|bach|weiler|rath|ingen|kirchen|feld|furt|bruck|brucken|hagen|born|haven|munde|rode|leben|scheid|broich|kirch|hofen|wald|stein|lar|itz|ow)$/.test(
    folded,
  ) && folded.length >= 6;
