import { z } from "zod";
import { coverCard, toldCard } from "../bot/cards/case-steps.js";
import { caseLabel } from "../bot/cards/case-view.js";
import { literal } from "../bot/cards/elements.js";
import { savedCard, say } from "../bot/cards/notices.js";
import type { Command } from "../bot/routing/command.js";
import { readableDay } from "../bot/texts/format.js";
import { caseFor, mayDoCasework, mayGiveAway } from "../casework/case/access.js";
import { type CaseEntry, caseRecord } from "../casework/case/case.js";
import { endDeputies, setDeputy } from "../casework/case/lifecycle.js";
import { casesIndex, openCasesOf } from "../casework/case/open-cases.js";
import { staffMeant, staffWithRole } from "../casework/staff/find-staff.js";
import type { StaffMember } from "../casework/staff/staff.js";
import { openDraft, readDraft, spendDraft } from "./draft.js";
import type { CardPress, Locale } from "./event.js";
import { unknownCase } from "./show-case.js";
import { tell } from "./tell.js";
import type { Outcome, Turn } from "./turn.js";

const KIND = "cover.save";
/** Without a case all open ones of `absent` are covered. */
const CoverDraft = z.object({ absent: z.string(), caseId: z.string().optional() });
type CoverDraft = z.infer<typeof CoverDraft>;

/** A message names so many cases. */
const NAMED = 10;

type Said = Omit<Extract<Command, { kind: "cover" }>, "kind">;

/**
 * "Vertretung bis 15.08. durch CM Stolberg": one card to confirm, for one case or for all open ones. A coordinator
 * does it for somebody who is suddenly away, and sees how many cases there are and nothing of them.
 */
export async function coverFromText(turn: Turn, said: Said): Promise<Outcome> {
  const { texts, actor, unit } = turn;
  const colleagues = await colleaguesOf(turn);
  if (mayDoCasework(actor)) {
    if (said.caseId) {
      const entry = await caseFor(unit, actor, said.caseId);
      if (!entry) return unknownCase(turn, said.caseId);
      if (!mayGiveAway(unit, actor, entry)) {
        return { replies: [say(texts, texts.protection.emergency.noGiving)] };
      }
    }
    if (said.absent && !staffMeant([...colleagues], said.absent).some(({ id }) => id === actor.id)) {
      return { replies: [say(texts, texts.casework.coverByCoordination)] };
    }
    if (said.action === "end") return endCover(turn, actor.id, said.caseId);
    return offerForm(turn, { absent: actor.id, ...caseOf(said) }, said, colleagues);
  }
  const absent = staffMeant(colleagues, said.absent ?? "");
  const [person] = absent;
  if (absent.length !== 1 || !person) {
    const names = (absent.length > 0 ? absent : colleagues).map(({ name }) => literal(name)).join(", ");
    return { replies: [say(texts, texts.casework.coverForWhom(names))] };
  }
  if (said.action === "end") return endCover(turn, person.id);
  return offerForm(turn, { absent: person.id }, said, colleagues);
}

export async function saveCover(turn: Turn, press: CardPress): Promise<Outcome> {
  const { texts, unit, actor, event, today } = turn;
  const draft = await readDraft(turn, press, KIND, CoverDraft);
  if (draft.kind === "gone") return { replies: [say(texts, texts.cases.cardGone)] };
  const colleagues = await colleaguesOf(turn);
  const cases = await coveredCases(turn, draft.data);
  const by = whoCanCover(colleagues, draft.data, cases).find(({ id }) => id === press.fields.person);
  const typed = (press.fields.until ?? "").trim();
  const until = typed === "" ? undefined : z.iso.date().safeParse(typed);
  const isPast = until?.success === true && until.data < today;
  if (!by || until?.success === false || isPast) {
    const error = by ? texts.cases.dateInvalid(texts.casework.coverUntil) : texts.casework.personRequired;
    const view = { ...draft.data, person: by?.id ?? "", until: typed, error };
    return { replies: [await formCard(turn, draft.nonce, view, colleagues, "pressed")] };
  }
  if (cases.length === 0) return { replies: [say(texts, texts.cases.noneOpen)] };
  const deputy = { person: by.id, ...(until?.success ? { until: until.data } : {}) };
  for (const entry of cases) await setDeputy(unit, actor, entry, deputy);
  await spendDraft(turn, draft.nonce);
  const words = texts.casework;
  const { absent } = draft.data;
  const ids = cases.map(({ id }) => id);
  const endFor = (locale: Locale) => (deputy.until ? readableDay(locale, deputy.until) : undefined);
  await tell(turn, by.id, ids, (theirs, locale) => {
    const named = cases.slice(0, NAMED).map((entry) => ({ id: entry.id, label: caseLabel(theirs, entry) }));
    return toldCard(theirs, {
      title: theirs.casework.coverToldTitle(cases.length),
      text: theirs.casework.coverTold(literal(nameIn(colleagues, absent)), endFor(locale)),
      cases: named,
      more: cases.length - named.length,
    });
  });
  if (absent !== actor.id) {
    await tell(turn, absent, ids, (theirs, locale) =>
      say(theirs, theirs.casework.coverActivated(literal(by.name), endFor(locale))),
    );
  }
  const { openDraft: _closed, ...state } = turn.state;
  return {
    replies: [
      savedCard(
        texts,
        { words: words.coverSaved(literal(by.name), cases.length, endFor(event.locale)), at: unit.now },
        "pressed",
      ),
    ],
    state,
  };
}

async function endCover(turn: Turn, absent: string, caseId?: string): Promise<Outcome> {
  const { texts, unit, actor } = turn;
  const cases = await coveredCases(turn, { absent, caseId });
  const covered = cases.filter(({ deputies }) => deputies.length > 0);
  if (covered.length === 0) return { replies: [say(texts, texts.casework.noCover)] };
  for (const entry of covered) await endDeputies(unit, actor, entry);
  return {
    replies: [savedCard(texts, { words: texts.casework.coverEnded(covered.length), at: unit.now }, "new")],
  };
}

async function offerForm(
  turn: Turn,
  draft: CoverDraft,
  said: Said,
  colleagues: readonly StaffMember[],
): Promise<Outcome> {
  const { texts, state } = turn;
  const others = colleagues.filter(({ id }) => id !== draft.absent);
  if (others.length === 0) return { replies: [say(texts, texts.casework.nobodyElse)] };
  const meant = staffMeant(others, said.by ?? "");
  const nonce = await openDraft(turn, KIND, draft, draft.caseId);
  const view = {
    ...draft,
    person: meant.length === 1 ? (meant[0]?.id ?? "") : "",
    until: said.until ?? "",
    hint: said.by && meant.length === 0 ? texts.casework.notOnList(literal(said.by)) : undefined,
    error: said.impossibleDate ? texts.casework.impossibleDate(said.impossibleDate) : undefined,
  };
  return {
    replies: [await formCard(turn, nonce, view, colleagues, "new")],
    state: { ...state, openDraft: nonce },
  };
}

async function formCard(
  turn: Turn,
  nonce: string,
  view: CoverDraft & {
    readonly person: string;
    readonly until: string;
    readonly hint?: string | undefined;
    readonly error?: string | undefined;
  },
  colleagues: readonly StaffMember[],
  place: "new" | "pressed",
) {
  const { texts, actor } = turn;
  const words = texts.casework;
  const cases = await coveredCases(turn, view);
  const [only] = cases;
  const subtitle = view.caseId && only ? caseLabel(texts, only) : words.openCases(cases.length);
  const title =
    view.absent === actor.id
      ? words.coverTitle
      : words.coverTitleFor(literal(nameIn(colleagues, view.absent)));
  const people = whoCanCover(colleagues, view, cases).map(({ id, name }) => ({ title: name, value: id }));
  const person = people.some(({ value }) => value === view.person) ? view.person : "";
  return coverCard(texts, { ...view, person, nonce, title, subtitle, people }, place);
}

/** Not whoever is away, nor whoever owns the case: a deputy looks for somebody else to stand in, not for its owner. */
function whoCanCover(
  colleagues: readonly StaffMember[],
  { absent }: Pick<CoverDraft, "absent">,
  cases: readonly CaseEntry[],
): readonly StaffMember[] {
  return colleagues.filter(({ id }) => id !== absent && !cases.some(({ owner }) => owner === id));
}

/** The cases that the person owns, not those where they stand in themselves; a coordinator's view shows none of them. */
async function coveredCases(
  { unit, actor }: Turn,
  { absent, caseId }: { readonly absent: string; readonly caseId?: string | undefined },
): Promise<readonly CaseEntry[]> {
  if (caseId) {
    const entry = await caseFor(unit, actor, caseId);
    return entry && mayGiveAway(unit, actor, entry) ? [entry] : [];
  }
  if (absent === actor.id) return (await openCasesOf(unit, actor)).filter(({ owner }) => owner === absent);
  const entries = await unit.range(casesIndex(absent));
  const cases = await unit.readMany(
    caseRecord,
    entries.map(({ member }) => member),
  );
  return cases.filter(
    (entry) => entry?.owner === absent && entry.agency === actor.agency,
  ) as readonly CaseEntry[];
}

/** The case managers of the own organisation. */
async function colleaguesOf({ unit, actor }: Turn): Promise<readonly StaffMember[]> {
  return (await staffWithRole(unit, "case-manager")).filter(({ agency }) => agency === actor.agency);
}

function nameIn(people: readonly StaffMember[], id: string): string {
  return people.find((one) => one.id === id)?.name ?? "";
}

function caseOf({ caseId }: Said): { caseId?: string } {
  return caseId ? { caseId } : {};
}
