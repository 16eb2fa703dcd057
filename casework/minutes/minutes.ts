import { z } from "zod";
import { scopesOfConference } from "../conference/conference.js";
import type { RecordKind } from "../store/record.js";

/** What was decided. `office`: the participant for whom it is marked; empty: for the whole table. */
export const Decision = z.object({ text: z.string(), office: z.string() });
export type Decision = z.infer<typeof Decision>;

export const MinutesMeasure = z.object({
  what: z.string(),
  /** The participant who does it; empty: nobody was named. */
  office: z.string(),
  /** A function or office as people read it, never a name. */
  responsible: z.string(),
  due: z.iso.date().optional(),
  /** Its id in the case, once the minutes are saved; from then on it is changed there. */
  id: z.string().optional(),
});
export type MinutesMeasure = z.infer<typeof MinutesMeasure>;

export const forms = ["whole", "extract"] as const;
export type Form = (typeof forms)[number];

/** One sending to participants; nothing leaves before `due`, and nothing of it once it is stopped. */
export const Sending = z.object({
  id: z.string(),
  /** Instant, ms since the epoch. */
  due: z.number(),
  stopped: z.boolean(),
  to: z.array(z.object({ participant: z.string(), form: z.enum(forms) })),
});
export type Sending = z.infer<typeof Sending>;

/**
 * The minutes of a conference: who sat there by function, what was decided, who does what by when, who disagreed,
 * when it is looked at again. Free text has passed the detector. Their id is the conference's.
 */
export const Minutes = z.object({
  state: z.enum(["draft", "saved"]),
  /** Ids of the participants who were there. */
  present: z.array(z.string()),
  decisions: z.array(Decision),
  measures: z.array(MinutesMeasure),
  dissent: z.string(),
  /** They hold what somebody entrusted to the Jugendamt (§ 65 SGB VIII), said by whoever writes them. */
  entrusted: z.boolean().default(false),
  /** `YYYY-MM-DD` */
  review: z.iso.date().optional(),
  /** Id of the Wiedervorlage in the case that stands for the review. */
  followUp: z.string().optional(),
  sendings: z.array(Sending).default([]),
  changedAt: z.number(),
});
export type Minutes = z.infer<typeof Minutes>;

export const minutesRecord: RecordKind<Minutes> = {
  name: "minutes",
  schema: Minutes,
  schemaVersion: 1,
  scopes: scopesOfConference,
};

export type Content = Pick<Minutes, "decisions" | "measures" | "dissent" | "review">;

/** What one office gets: all of it, or what is marked for it and nothing that others do or said. */
export function contentFor(minutes: Minutes, participant: string, form: Form): Content {
  const { decisions, measures, dissent, review } = minutes;
  if (form === "whole") return { decisions, measures, dissent, ...(review ? { review } : {}) };
  return {
    decisions: decisions.filter(({ office }) => office === participant),
    measures: measures.filter(({ office }) => office === participant),
    dissent: "",
    ...(review ? { review } : {}),
  };
}

/** Every free text of a content, for whoever has to look for what may not be in it. */
export function textsOf({ decisions, measures, dissent }: Content): readonly string[] {
  return [...decisions.map(({ text }) => text), ...measures.map(({ what }) => what), dissent];
}
