import { z } from "zod";

/** The recipient of the base consent: KIM itself may work on the case. */
export const BASE = "KIM";

/** The recipient of the consent for a whole round: at a Fallkonferenz everybody hears everybody. */
export const ROUND = "ROUND";

/** Who gave it: an adult or young person of the household, by role, never by name. */
export const givers = ["adult", "second-adult", "young-person", "legal-guardian", "all"] as const;

/** KIM → office does not let the office speak. */
export const directions = ["to-recipient", "from-recipient", "both"] as const;

/** What the recipient may use it for. `cooperation` includes conferences; a handover of the case is its own. */
export const purposes = ["cooperation", "conference", "handover"] as const;
export type Purpose = (typeof purposes)[number];

/** Coarse kinds of data. `health` is never among those that are proposed (Art. 9 DSGVO). */
export const dataCategories = [
  "household",
  "residence",
  "benefits",
  "housing",
  "work",
  "children",
  "health",
] as const;
export type DataCategory = (typeof dataCategories)[number];

/** Which text was read out, so that it can be shown later what was told. */
export const Told = z.object({
  module: z.string(),
  /** Hash of the text as it was then. */
  version: z.string(),
  /** Of the text: `de`, `de-leicht`, `ar`, … */
  language: z.string(),
  at: z.number(),
});

/** Consent as a record (Art. 6, 7, 9 DSGVO; § 67b(2) SGB X): who agreed that what goes to whom, and how it was given. */
export const Consent = z.object({
  id: z.string(),
  giver: z.enum(givers),
  /** Id of the office in the directory, `BASE` or `ROUND`. */
  recipient: z.string().min(1),
  recipientName: z.string(),
  rechtskreis: z.string(),
  direction: z.enum(directions),
  purposes: z.array(z.enum(purposes)).default(["conference"]),
  categories: z.array(z.enum(dataCategories)).default(["household"]),
  /** For `ROUND`: the offices that hear each other. One more at the table needs a new consent. */
  round: z.array(z.string()).default([]),
  /** Released from the duty of confidentiality of § 203 StGB. */
  releases203: z.boolean(),
  /** What was entrusted to the Jugendamt may be passed on too (§ 65 SGB VIII); its giver is who entrusted it. */
  entrusted: z.boolean().default(false),
  /** For the Ausländerbehörde: somebody confirmed after the warning that it shall be told (§§ 87, 88 AufenthG). */
  confirmed: z.boolean().default(false),
  /** First and last day on which it holds, `YYYY-MM-DD`; without `until` it holds until withdrawn. */
  from: z.iso.date(),
  until: z.iso.date().optional(),
  form: z.enum(["written", "oral", "phone"]),
  /** In which language it was given, as people say it. */
  language: z.string().default("Deutsch"),
  /** Was told what it is for, how long, that it can be withdrawn and what refusing means. */
  informed: z.boolean(),
  /** The text that was read out; absent where it was explained in own words. */
  told: Told.optional(),
  /** Where the signed paper or the note of the talk lies, e.g. "Papierakte". */
  evidence: z.string(),
  recordedBy: z.string(),
  /** ms since the epoch; 0 for records from before it was kept. */
  recordedAt: z.number().default(0),
  withdrawnAt: z.number().optional(),
  /** Who recorded the withdrawal. */
  withdrawnBy: z.string().optional(),
});
export type Consent = z.infer<typeof Consent>;
