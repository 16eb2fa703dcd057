import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import {
  card,
  type Element,
  header,
  literal,
  notice,
  paragraph,
  present,
  press,
  section,
  small,
  strong,
} from "./elements.js";

export type SharedInvitation = {
  /** Of the conference. */
  readonly id: string;
  /** The instant that is asked about, as the conference holds it. */
  readonly start: string;
  readonly when: string;
  readonly where: string;
  /** What the office has answered, in words. */
  readonly answer?: string;
};

export type SharedMeasure = { readonly id: string; readonly what: string; readonly due?: string };

/** A case as an office may see it: its id, and what concerns that office. No label, which would say more. */
export type SharedCase = {
  readonly caseId: string;
  readonly office: string;
  readonly purpose: string;
  readonly measures: readonly SharedMeasure[];
  readonly invitations: readonly SharedInvitation[];
};

/** What was just done, or why what was pressed could not be. */
export type SaidOfShared = { readonly done?: string | undefined; readonly refused?: string | undefined };

/** Nobody works through more at a time, and Teams refuses larger cards. */
const MOST_CASES = 8;

/** What was shared with a partner's office, by case, to answer and to tick off. */
export function sharedCard(
  texts: Texts,
  view: { readonly cases: readonly SharedCase[] } & SaidOfShared,
  place: Reply["place"],
): Reply {
  const words = texts.shared;
  const shown = view.cases.slice(0, MOST_CASES);
  const more = view.cases.length - shown.length;
  return {
    place,
    summary: texts.summary,
    card: card([
      view.done ? notice("good", view.done) : undefined,
      view.refused ? notice("attention", view.refused) : undefined,
      header(words.title, words.subtitle),
      shown.length === 0 ? paragraph(words.none) : undefined,
      ...shown.map((one) => caseSection(texts, one)),
      more > 0 ? small(texts.directory.more(more)) : undefined,
    ]),
  };
}

function caseSection(texts: Texts, shared: SharedCase): Element {
  const words = texts.shared;
  return section([
    strong(shared.caseId),
    small(words.purpose(literal(shared.office), shared.purpose)),
    ...shared.invitations.map((invitation) => invitationItem(texts, invitation)),
    ...shared.measures.map((measure) => measureItem(texts, shared.caseId, measure)),
  ]);
}

function invitationItem(texts: Texts, invitation: SharedInvitation): Element {
  const words = texts.shared;
  const answer = (title: string, given: string) =>
    press(title, "shared.answer", {
      data: { conference: invitation.id, answer: given, slot: invitation.start },
      about: invitation.when,
    });
  return {
    type: "Container",
    spacing: "Small",
    items: present([
      paragraph(`${texts.conference.word}: ${invitation.when}`),
      invitation.where === "" ? undefined : small(literal(invitation.where)),
      small(invitation.answer ? words.answered(invitation.answer) : words.unanswered),
      {
        type: "ActionSet",
        actions: [
          answer(words.accept, "accepted"),
          answer(words.decline, "declined"),
          answer(words.delegate, "delegated"),
        ],
      },
    ]),
  };
}

function measureItem(texts: Texts, caseId: string, measure: SharedMeasure): Element {
  const due = measure.due ? texts.cases.dueOn(measure.due) : texts.cases.noDue;
  return {
    type: "Container",
    spacing: "Small",
    items: [
      paragraph(`${literal(measure.what)} (${due})`),
      {
        type: "ActionSet",
        actions: [
          press(texts.cases.markDone, "shared.done", {
            data: { caseId, measureId: measure.id },
            about: measure.what,
          }),
        ],
      },
    ],
  };
}
