import { z } from "zod";

/**
 * The directory of responsible offices (Zuständigkeitsverzeichnis) as plain data: four lists that refer to
 * each other by id. Empty text means "not known", never "none": a contact field without a source stays empty.
 */

/** Rechtskreise, with the codes that every interface uses. */
export const rechtskreise = {
  SGB2: "Grundsicherung für Arbeitsuchende (SGB II)",
  SGB3: "Arbeitsförderung (SGB III)",
  SGB5: "Krankenversicherung (SGB V)",
  SGB6: "Rentenversicherung (SGB VI)",
  SGB8: "Kinder- und Jugendhilfe (SGB VIII)",
  SGB9: "Rehabilitation und Teilhabe (SGB IX)",
  SGB11: "Pflegeversicherung (SGB XI)",
  SGB12: "Sozialhilfe (SGB XII)",
  SGB14: "Soziale Entschädigung (SGB XIV)",
  ASYLBLG: "Asylbewerberleistungen (AsylbLG)",
  ASYL: "Asylverfahren (AsylG)",
  AUFENTHG: "Aufenthalt (AufenthG)",
  STAG: "Einbürgerung (StAG)",
  INTV: "Sprache und Integrationskurs (IntV, DeuFöV)",
  ANERK: "Anerkennung von Abschlüssen (BQFG)",
  SCHULE: "Schule und Bildung",
  WOHN: "Wohnen",
  GESUND: "Öffentliche Gesundheit",
  FAMILIE: "Familienleistungen",
  MELDE: "Melde- und Personenstandswesen",
  BTG: "Rechtliche Betreuung (BtOG)",
  SCHULD: "Schulden, Recht, Beratung",
  SCHUTZ: "Gewaltschutz, Antidiskriminierung",
} as const;

export type Rechtskreis = keyof typeof rechtskreise;
export const rechtskreisCodes = Object.keys(rechtskreise) as readonly Rechtskreis[];
export const rechtskreisSchema = z.enum(Object.keys(rechtskreise) as [Rechtskreis, ...Rechtskreis[]]);

/** Text of one cell: no blanks around it, so that writing and reading it again gives the same. */
const text = z
  .string()
  .max(4000)
  .refine((value) => value === value.trim(), "hat Leerzeichen am Rand");
const name = text.min(1);
/** One entry of a list inside a cell; `|` parts the entries and so cannot be in one. */
const entry = name.refine((value) => !value.includes("|"), "enthält „|“");
const list = z.array(entry).readonly();
const date = z.union([z.literal(""), z.iso.date()]);
const age = z.number().int().min(0).max(130).nullable();

/** `ars`: 12 digits for a municipality; 2, 3, 5 or 9 digits name a Land, Regierungsbezirk, Kreis or Verband. */
export const placeSchema = z.object({
  ars: name,
  name,
  postcodes: list,
  /** Ortsteile and names of the area, as people write them. */
  parts: list,
});

export const topicSchema = z.object({
  id: name,
  title: name,
  rechtskreis: rechtskreisSchema,
  synonyms: list,
  /** LeiKa keys of the service; empty unless certain. */
  leika: list,
  /** Shown to people; its words also settle which of two topics an ambiguous word means. */
  description: text,
});

export const officeSchema = z.object({
  id: name,
  name,
  authority: text,
  /** Main Rechtskreis, several parted by `|`, or empty. */
  rechtskreis: text,
  street: text,
  postcode: text,
  city: text,
  phone: text,
  email: text,
  website: text,
  openingHours: text,
  teamsUser: text,
  calendar: text,
  note: text,
  source: text,
  checkedAt: date,
});

export const responsibilitySchema = z.object({
  topic: name,
  office: name,
  /** ARS prefix of the area for which the rule holds; empty = everywhere. */
  ars: text,
  /** Letter ranges as offices write them, see surname-ranges.ts; empty = all names. */
  surnames: text,
  /** Completed years, both ends included. */
  ageFrom: age,
  ageTo: age,
  /** Conditions such as a benefit received or a residence status; one of them is enough. */
  status: list,
  role: z.enum(["responsible", "contact"]),
  /** Calendar dates in local time, both ends included. */
  validFrom: date,
  validTo: date,
  source: text,
  checkedAt: date,
  note: text,
});

export const directorySchema = z.object({
  places: z.array(placeSchema).readonly(),
  topics: z.array(topicSchema).readonly(),
  offices: z.array(officeSchema).readonly(),
  responsibilities: z.array(responsibilitySchema).readonly(),
});

export type Place = Readonly<z.infer<typeof placeSchema>>;
export type Topic = Readonly<z.infer<typeof topicSchema>>;
export type Office = Readonly<z.infer<typeof officeSchema>>;
/** Zuständigkeit: which office answers for a topic, where, and for whom. */
export type Responsibility = Readonly<z.infer<typeof responsibilitySchema>>;
export type DirectoryData = Readonly<z.infer<typeof directorySchema>>;

/** The four lists in the order in which files and sheets hold them. */
export const tableNames = ["places", "topics", "offices", "responsibilities"] as const;
export type TableName = (typeof tableNames)[number];

/** What the answers to questions back have settled so far. */
export const knownSchema = z.object({
  /** ARS of a municipality of the directory. */
  place: z.string().optional(),
  /** Ids of the topics that are meant. */
  topics: z.array(z.string()).optional(),
  /** First letters of the surname, at most three. */
  letters: z.string().optional(),
  /** Completed years. */
  age: z.number().optional(),
  /** A condition in the words of the directory. */
  status: z.string().optional(),
});
export type Known = z.infer<typeof knownSchema>;

export type TopicSummary = Pick<Topic, "id" | "title" | "rechtskreis">;

export type OfficeAnswer = {
  readonly office: {
    readonly id: string;
    readonly name: string;
    readonly authority: string;
    readonly rechtskreis: string;
    readonly phone: string;
    readonly email: string;
    readonly address: string;
    readonly openingHours: string;
    readonly website: string;
  };
  /** Id of the topic; null where the office itself was asked for. */
  readonly topic: string | null;
  readonly about: TopicSummary | null;
  /** The rule in German words. */
  readonly why: string;
  /** `contact`: helps on, or is responsible only under a condition that `why` names. */
  readonly role: "responsible" | "contact" | "emergency";
  readonly source: string;
  /** `YYYY-MM-DD` or empty. */
  readonly checkedAt: string;
  readonly stale: boolean;
  /** What to keep in mind before passing it on; may be empty. */
  readonly note: string;
};

export type FindOption = {
  /** Typed instead of the label, it means the same. */
  readonly id: string;
  readonly label: string;
  /** What choosing it settles. */
  readonly set: Known;
};

export type FindResult = {
  readonly status: "answer" | "ask" | "unknown" | "emergency";
  readonly topics: readonly TopicSummary[];
  readonly place: { readonly ars: string; readonly name: string } | null;
  readonly question?: string;
  readonly asks?: "meaning" | "place" | "letters" | "age" | "status";
  readonly options?: readonly FindOption[];
  readonly answers: readonly OfficeAnswer[];
  /** With `unknown`: why, in German. With `ask`: what holds whatever the answer is. */
  readonly message?: string;
  /** With `unknown`: not understood, a town outside, nothing entered, or only what has run out. */
  readonly reason?: "not-understood" | "outside" | "no-rule" | "expired";
};

/** A fault or warning of an import: where it stands and what to do about it, in German. */
export type ImportFault = {
  readonly file: string;
  /** From 1; 0 where it is about the whole file. */
  readonly line: number;
  /** Name of the column or element; empty where it is about the whole line. */
  readonly column: string;
  readonly reason: string;
};

/** All or nothing: with one fault there are no data. */
export type ImportResult =
  | { readonly data: DirectoryData; readonly warnings: readonly ImportFault[] }
  | { readonly faults: readonly ImportFault[] };
