import { z } from "zod";
import { beginningElements } from "../bot/cards/case-beginning.js";
import { caseFormCard } from "../bot/cards/case-form.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { notice } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import type { CaseSections } from "../bot/routing/command.js";
import { readableDay } from "../bot/texts/format.js";
import { wallClock } from "../casework/calendar/zone.js";
import { caseRecord } from "../casework/case/case.js";
import { addNote, createCase } from "../casework/case/commands.js";
import { inGerman } from "../casework/case/prefill/english.js";
import { prefillFromText } from "../casework/case/prefill.js";
import { similarCases } from "../casework/case/similar-cases.js";
import { newCaseId } from "../casework/privacy/case-id.js";
import { understand } from "../knowledge/directory/understand.js";
import { Beginning, beginningFromFields, beginningOf, readBeginning } from "./case-beginning.js";
import { CaseForm, emptyForm, type FormErrors, formFromFields, readForm } from "./case-form.js";
import { consentGridOf, languagesOf } from "./consent-grid.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import type { Reply } from "./reply.js";
import { savedOutcome } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "case.create";
const CaseDraft = z.object({ form: CaseForm, offered: z.array(z.string()), beginning: Beginning });
type CaseDraft = z.infer<typeof CaseDraft>;

/** "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung" → one card with what was said filled in. */
export async function offerCaseForm(turn: Turn, about: string, parts: CaseSections): Promise<Outcome> {
  const said = understand(turn.directory, inGerman(parts.facts));
  const facts = prefillFromText(parts.facts, turn.today);
  const offered = said.topics.map((topic) => topic.id);
  const form: CaseForm = {
    ...emptyForm,
    place: said.places[0]?.ars ?? "",
    topics: offered.join(","),
    languages: facts.languages.join(", "),
    interpreter: facts.interpreter ?? "unknown",
    household: facts.household === undefined ? "" : String(facts.household),
    ageBand: facts.ageBand ?? "",
    status: facts.status?.group ?? "",
    statusExpires: facts.status?.expires ?? "",
    urgency: facts.urgency ?? "normal",
    note: parts.facts || about,
  };
  const read = readForm(turn.texts, turn.directory, form);
  const known = read.kind === "facts" ? read.facts : { place: null, topics: [] };
  const draft = { form, offered, beginning: await beginningOf(turn, parts, known) };
  const nonce = await openDraft(turn, KIND, draft);
  return {
    replies: [await formCard(turn, nonce, draft, "new")],
    state: { ...turn.state, openDraft: nonce },
  };
}

/** "Anlegen": the draft becomes the case, with all that was filled in, in this one commit. */
export async function createFromForm(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const found = await readDraft(turn, press, KIND, CaseDraft);
  if (found.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const form = formFromFields(found.data.form, press.fields);
  const beginning = beginningFromFields(found.data.beginning, press.fields);
  const draft: CaseDraft = { ...found.data, form, beginning };
  const read = readForm(texts, turn.directory, form);
  const begun = readBeginning(turn, beginning, languagesOf(turn, languagesIn(form)));
  if (read.kind === "errors" || begun.kind === "errors") {
    await updateDraft(turn, found.nonce, KIND, draft);
    const errors = read.kind === "errors" ? read.errors : {};
    const more = begun.kind === "errors" ? begun.errors : {};
    return { replies: [await formCard(turn, found.nonce, draft, "pressed", errors, more)] };
  }
  const id = await freeCaseId(turn);
  const similar = await similarCases(unit, actor, read.facts);
  const { measures, followUps, consents, unconfirmed } = begun;
  const entry = await createCase(unit, actor, id, read.facts, {
    measures,
    followUps,
    consents,
    similarTo: similar.map((one) => one.id),
  });
  if (read.note !== "") await addNote(unit, actor, id, read.note);
  await spendDraft(turn, found.nonce);
  const created = texts.cases.created(id);
  return savedOutcome(
    turn,
    entry,
    unconfirmed ? `${created}. ${texts.casework.consentUnconfirmed}` : created,
  );
}

async function formCard(
  turn: Turn,
  nonce: string,
  { form, offered, beginning }: CaseDraft,
  place: Reply["place"],
  errors: FormErrors = {},
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const { texts, directory } = turn;
  const { recipients, consent } = beginning;
  const grid =
    recipients.length === 0
      ? undefined
      : consentGridOf(turn, {
          recipients,
          forConference: false,
          languages: languagesOf(turn, languagesIn(form)),
          values: consent,
          errors: more,
        });
  const wrong = Object.keys({ ...errors, ...more }).length > 0;
  return caseFormCard(
    texts,
    {
      mode: "new",
      nonce,
      form,
      errors,
      title: texts.cases.newTitle,
      subtitle: texts.cases.newSubtitle,
      places: directory.places.map(({ ars, name }) => ({ title: name, value: ars })),
      topics: directory.topics
        .filter((topic) => offered.includes(topic.id))
        .map(({ id, title }) => ({ title, value: id })),
      before: [wrong ? notice("attention", texts.cases.invalid) : undefined, await similarHint(turn, form)],
      after: beginningElements(texts, beginning, grid, more),
    },
    place,
  );
}

/** Says that a case like this was opened lately. It costs no tap: whoever goes on opens a new one. */
async function similarHint({ texts, unit, actor, directory, event }: Turn, form: CaseForm) {
  const read = readForm(texts, directory, form);
  if (read.kind === "errors") return undefined;
  const similar = await similarCases(unit, actor, read.facts);
  const [first] = similar;
  if (!first) return undefined;
  const day = readableDay(event.locale, wallClock(event.timeZone, first.createdAt).date);
  return notice("warning", texts.casework.similar(caseLabel(texts, first), day));
}

function languagesIn({ languages, interpreter }: CaseForm) {
  return {
    languages: languages.split(/[,;/]/).flatMap((language) => language.trim() || []),
    interpreter: interpreter === "yes" ? ("yes" as const) : ("unknown" as const),
  };
}

/** Random ids may collide once in a million; the unit of work has read that this one is free. */
async function freeCaseId(turn: Turn): Promise<string> {
  for (;;) {
    const id = newCaseId(turn.random);
    if (!(await turn.unit.read(caseRecord, id))) return id;
  }
}
