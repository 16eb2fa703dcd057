import { z } from "zod";
import { type Audience, audiences, documentForm } from "../bot/cards/document-form.js";
import { doneCard, say } from "../bot/cards/notices.js";
import { findDates } from "../casework/calendar/date-phrases.js";
import { isLocalDate } from "../casework/calendar/local-date.js";
import { roles } from "../casework/staff/staff.js";
import { SYSTEM_SCOPE } from "../casework/store/record.js";
import type { DocumentMeta } from "../knowledge/documents/document.js";
import { chatDocumentId, DOCUMENT_INTAKES, type DocumentIntake } from "../knowledge/documents/intake.js";
import { storedHashes } from "../knowledge/documents/stored.js";
import { dropDraft, openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress, SharedFile } from "./event.js";
import { keepsDocuments } from "./keeps-documents.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "document.save";
const Draft = z.object({
  files: z.array(z.object({ name: z.string(), url: z.string() })),
  replaces: z.array(z.string()).default([]),
  since: z.number(),
});
type Draft = z.infer<typeof Draft>;

/** One card asks back: title, until when, for whom. Until "Speichern" nothing is fetched. */
export async function offerIntake(turn: Turn, files: readonly SharedFile[], text: string): Promise<Outcome> {
  const named = files.map((file) => ({ ...file, name: file.name || turn.texts.intake.unnamed }));
  const known = await storedHashes(turn.unit);
  const replaces = named.map(({ name }) => name).filter((name) => known.has(chatDocumentId(name)));
  const draft: Draft = { files: named, replaces, since: turn.unit.now };
  const nonce = await openDraft(turn, KIND, draft);
  const values = {
    title: titleOf(named[0]?.name ?? ""),
    until: untilIn(text, turn.today),
    audience: "staff",
  };
  return { replies: [form(turn, draft, nonce, values)] };
}

/** "Speichern": the files are fetched and read by the outbox, with the same checks as those of the command line. */
export async function saveDocument(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, settings, event } = turn;
  const { intake } = texts;
  const draft = await readDraft(turn, press, KIND, Draft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  if (!keepsDocuments(actor, settings)) return { replies: [doneCard(texts, intake.noLonger)] };
  const { files, since } = draft.data;
  const { free_title = "", until = "", audience = "" } = press.fields;
  const values = { title: free_title.trim(), until: until.trim(), audience };
  const chosen = audiences.find((one) => one === audience);
  const errors = {
    ...(files.length === 1 && values.title === "" ? { title: intake.titleRequired } : {}),
    ...(values.until === "" ? {} : wrongEnd(turn, values.until)),
    ...(chosen ? {} : { audience: intake.audienceRequired }),
  };
  if (Object.keys(errors).length > 0 || !chosen) {
    await updateDraft(turn, draft.nonce, KIND, draft.data);
    return { replies: [form(turn, draft.data, draft.nonce, values, errors)] };
  }
  for (const [i, { name, url }] of files.entries()) {
    const meta: DocumentMeta = {
      title: files.length === 1 ? values.title : titleOf(name),
      ...(values.until === "" ? {} : { validTo: values.until }),
      ...visibleTo(chosen, actor.agency),
    };
    const { locale } = event;
    const payload: DocumentIntake = { person: event.person.id, locale, name, url, meta, since };
    const id = `${draft.nonce}/${i}`;
    await unit.enqueue({ queue: DOCUMENT_INTAKES, id, due: unit.now, payload, scopes: [SYSTEM_SCOPE] });
  }
  await spendDraft(turn, draft.nonce);
  const what = files.length === 1 ? values.title : intake.several(files.length);
  return { replies: [doneCard(texts, intake.taken(what))] };
}

export async function discardDocument(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts } = turn;
  const dropped = press.nonce ? await dropDraft(turn, press.nonce) : false;
  return { replies: [doneCard(texts, dropped ? texts.cases.discarded : texts.cases.cardGone)] };
}

type Values = { readonly title: string; readonly until: string; readonly audience: string };

function form(turn: Turn, draft: Draft, nonce: string, values: Values, errors?: Partial<Values>) {
  const { texts, actor } = turn;
  const names = draft.files.map(({ name }) => name);
  const { replaces } = draft;
  const view = { nonce, names, replaces, agency: actor.agency, values };
  return errors ? documentForm(texts, { ...view, errors }, "pressed") : documentForm(texts, view);
}

function wrongEnd({ texts, today }: Turn, until: string): { readonly until?: string } {
  if (!isLocalDate(until)) return { until: texts.cases.dateInvalid(texts.intake.until) };
  return until < today ? { until: texts.intake.untilPast } : {};
}

function visibleTo(audience: Audience, agency: string): Pick<DocumentMeta, "roles" | "agencies"> {
  switch (audience) {
    case "all":
      return {};
    case "staff":
      return { roles: [...roles] };
    case "agency":
      return { agencies: [agency] };
  }
}

/** "Rahmenvertrag_2027.pdf" → "Rahmenvertrag 2027" */
function titleOf(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{1,10}$/, "")
    .replace(/[_\s]+/g, " ")
    .trim();
}

/** "gilt bis 31.12.2027", said with the file. */
function untilIn(text: string, today: string): string {
  const end = findDates(text, today).find((date) => date.kind === "days" && date.relation === "until");
  return end?.kind === "days" ? end.to : "";
}
