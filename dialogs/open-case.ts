import { z } from "zod";
import { caseFormCard } from "../bot/cards/case-form.js";
import { say } from "../bot/cards/notices.js";
import { caseRecord } from "../casework/case/case.js";
import { addNote, createCase } from "../casework/case/commands.js";
import { prefillFromText } from "../casework/case/prefill.js";
import { newCaseId } from "../casework/privacy/case-id.js";
import { understand } from "../knowledge/directory/understand.js";
import { CaseForm, emptyForm, type FormErrors, formFromFields, readForm } from "./case-form.js";
import { openDraft, readDraft, spendDraft, updateDraft } from "./draft.js";
import type { CardPress } from "./event.js";
import { savedOutcome } from "./show-case.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "case.create";
const CaseDraft = z.object({ form: CaseForm, offered: z.array(z.string()) });

/** "Neuer Fall: Familie 5 Pers. Eschweiler, Kita + Wohnung" → one card with what was said filled in. */
export async function offerCaseForm(turn: Turn, about: string): Promise<Outcome> {
  const said = understand(turn.directory, about);
  const facts = prefillFromText(about, turn.today);
  const topics = said.topics.map((topic) => topic.id);
  const form: CaseForm = {
    ...emptyForm,
    place: said.places[0]?.ars ?? "",
    topics: topics.join(","),
    languages: facts.languages.join(", "),
    interpreter: facts.interpreter ?? "unknown",
    household: facts.household === undefined ? "" : String(facts.household),
    ageBand: facts.ageBand ?? "",
    status: facts.status?.group ?? "",
    statusExpires: facts.status?.expires ?? "",
    urgency: facts.urgency ?? "normal",
    note: about,
  };
  const offered = topics;
  const nonce = await openDraft(turn, KIND, { form, offered });
  return {
    replies: [formCard(turn, nonce, form, offered)],
    state: { ...turn.state, openDraft: nonce },
  };
}

/** "Anlegen": the draft becomes the case. */
export async function createFromForm(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const draft = await readDraft(turn, press, KIND, CaseDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const form = formFromFields(draft.data.form, press.fields);
  const read = readForm(texts, turn.directory, form);
  if (read.kind === "errors") {
    await updateDraft(turn, draft.nonce, KIND, { ...draft.data, form });
    return { replies: [formCard(turn, draft.nonce, form, draft.data.offered, read.errors)] };
  }
  const id = await freeCaseId(turn);
  const entry = await createCase(unit, actor, id, read.facts);
  if (read.note !== "") await addNote(unit, actor, id, read.note);
  await spendDraft(turn, draft.nonce);
  return savedOutcome(turn, entry, texts.cases.created(id));
}

function formCard(
  turn: Turn,
  nonce: string,
  form: CaseForm,
  offered: readonly string[],
  errors?: FormErrors,
) {
  const { texts, directory } = turn;
  return caseFormCard(
    texts,
    {
      mode: "new",
      nonce,
      form,
      ...(errors ? { errors } : {}),
      title: texts.cases.newTitle,
      subtitle: texts.cases.newSubtitle,
      places: directory.places.map(({ ars, name }) => ({ title: name, value: ars })),
      topics: directory.topics
        .filter((topic) => offered.includes(topic.id))
        .map(({ id, title }) => ({ title, value: id })),
    },
    errors ? "pressed" : "new",
  );
}

/** Random ids may collide once in a million; the unit of work has read that this one is free. */
async function freeCaseId(turn: Turn): Promise<string> {
  for (;;) {
    const id = newCaseId(turn.random);
    if (!(await turn.unit.read(caseRecord, id))) return id;
  }
}
