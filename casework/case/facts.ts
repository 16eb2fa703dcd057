import { z } from "zod";

/**
 * The coarse facts that a case entry may hold about a person. Coarse on purpose (Art. 5(1)c DSGVO): enough to
 * find the responsible office, too little to know who it is. Labels that staff read live in `bot/texts`.
 */

/**
 * What a residence paper allows, in the groups that decide about responsibility: `asylum-seeker` holds an
 * Aufenthaltsgestattung or Ankunftsnachweis, `tolerated` a Duldung (§ 60a AufenthG), `fictional` a
 * Fiktionsbescheinigung (§ 81), `residence-permit` an Aufenthaltserlaubnis, `temporary-protection` one after
 * § 24, `settlement` a Niederlassungserlaubnis or Daueraufenthalt-EU. There is no value for unlawful stay:
 * public bodies would have to report it (§ 87 AufenthG).
 */
export const statusGroups = [
  "asylum-seeker",
  "tolerated",
  "fictional",
  "residence-permit",
  "temporary-protection",
  "settlement",
  "eu-citizen",
  "german",
  "unclear",
] as const;
export const StatusGroup = z.enum(statusGroups);
export type StatusGroup = z.infer<typeof StatusGroup>;

/**
 * Years of age, both ends inclusive. The cuts are those of the law: school at 6, work and hearing rights at 16,
 * full age at 18, Jugendmigrationsdienst below 27, the age limit of most benefits at 65.
 */
export const ageBands = ["0-5", "6-15", "16-17", "18-26", "27-64", "65+"] as const;
export const AgeBand = z.enum(ageBands);
export type AgeBand = z.infer<typeof AgeBand>;

/** The band of a whole number of years. */
export function ageBandOf(years: number): AgeBand {
  if (years < 6) return "0-5";
  if (years < 16) return "6-15";
  if (years < 18) return "16-17";
  if (years < 27) return "18-26";
  return years < 65 ? "27-64" : "65+";
}

/** Languages by the names that German interpreter pools list them under. */
export const languages = [
  "Albanisch",
  "Amharisch",
  "Arabisch",
  "Aramäisch",
  "Armenisch",
  "Aserbaidschanisch",
  "Bengalisch",
  "Bosnisch",
  "Bulgarisch",
  "Chinesisch",
  "Dari",
  "Deutsch",
  "Deutsche Gebärdensprache",
  "Englisch",
  "Farsi",
  "Französisch",
  "Fulfulde",
  "Georgisch",
  "Griechisch",
  "Hausa",
  "Hindi",
  "Igbo",
  "Italienisch",
  "Kroatisch",
  "Kurdisch",
  "Kurdisch (Kurmandschi)",
  "Kurdisch (Sorani)",
  "Lettisch",
  "Lingala",
  "Litauisch",
  "Mandinka",
  "Mazedonisch",
  "Mongolisch",
  "Niederländisch",
  "Oromo",
  "Paschtu",
  "Polnisch",
  "Portugiesisch",
  "Punjabi",
  "Romanes",
  "Rumänisch",
  "Russisch",
  "Serbisch",
  "Slowakisch",
  "Somali",
  "Spanisch",
  "Suaheli",
  "Tadschikisch",
  "Tamil",
  "Thailändisch",
  "Tigrinya",
  "Tschechisch",
  "Tschetschenisch",
  "Türkisch",
  "Twi",
  "Ukrainisch",
  "Ungarisch",
  "Urdu",
  "Usbekisch",
  "Vietnamesisch",
  "Wolof",
  "Yoruba",
] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const urgencies = ["normal", "high"] as const;
export const Urgency = z.enum(urgencies);
export type Urgency = z.infer<typeof Urgency>;
