import { wallClock } from "../../casework/calendar/zone.js";
import { type CaseEntry, rechtskreiseOf } from "../../casework/case/case.js";
import type { Conference } from "../../casework/conference/conference.js";
import { BASE, ROUND } from "../../casework/consent/consent.js";
import { stateAmong } from "../../casework/consent/in-force.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableDay, readableSpan } from "../texts/format.js";
import { rechtskreisName } from "../texts/rechtskreis.js";
import { stateLine } from "./consent-state.js";
import {
  type Action,
  card,
  type Element,
  facts,
  header,
  list,
  literal,
  literalLine,
  notice,
  paragraph,
  press,
  section,
  small,
  strong,
} from "./elements.js";
import { savedNotice } from "./notices.js";

/** An id with what makes it recognisable to its owner and to nobody else. */
export function caseLabel(texts: Texts, entry: CaseEntry): string {
  const topics = entry.topics.slice(0, 3).map((topic) => shortTitle(topic.title));
  return [
    entry.id,
    entry.place?.name,
    entry.household === undefined ? undefined : texts.cases.persons(entry.household),
    topics.join(", ") || undefined,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** "Grundsicherungsgeld (bis 30.06.2026 Bürgergeld)" is said in full once, on the form. */
function shortTitle(title: string): string {
  return title.replace(/\s*\([^)]*\)$/, "");
}

export type CaseView = {
  readonly entry: CaseEntry;
  readonly conferences: readonly Conference[];
  readonly timeZone: string;
  readonly today: string;
  /** Said above the case, e.g. that it has just been created. */
  readonly done?: string | undefined;
  /** Why what was asked for could not be done. */
  readonly refused?: string | undefined;
  /** The function of a person on the staff list. */
  readonly nameOf?: (person: string) => string | undefined;
  /** What was done can be taken back: the instant (ms) of the turn that did it. */
  readonly undo?: number | undefined;
};

export function caseCard(texts: Texts, locale: Locale, view: CaseView, place: Reply["place"] = "new"): Reply {
  const { entry } = view;
  const words = texts.cases;
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        saidElement(texts, view),
        header(caseLabel(texts, entry), texts.labels.phase[entry.phase]),
        closedLine(texts, locale, view),
        facts(caseFacts(texts, locale, view)),
        entry.goals.length > 0
          ? section([strong(texts.casework.goals), list(entry.goals.map(literalLine))])
          : undefined,
        section([
          strong(words.measures),
          ...measureLines(texts, locale, entry, view.today),
          ...followUpLines(texts, locale, entry),
        ]),
        section([strong(words.consents), ...consentLines(texts, locale, view)]),
        view.conferences.length > 0
          ? section([
              strong(texts.conference.word),
              ...view.conferences.map((one) =>
                paragraph(readableSpan(locale, view.timeZone, one.start, one.end)),
              ),
            ])
          : undefined,
      ],
      caseActions(texts, entry),
    ),
  };
}

/** On a closed case nothing is worked on any more, but it can be opened again. */
function caseActions(texts: Texts, { id: caseId, state }: CaseEntry): readonly Action[] {
  const words = texts.cases;
  const step = (title: string, action: string) => press(title, action, { data: { caseId } });
  if (state === "closed") {
    return [
      step(texts.casework.reopen, "case.reopen"),
      step(words.history, "case.history"),
      step(texts.casework.transfer, "case.transfer"),
    ];
  }
  return [
    step(words.edit, "case.edit"),
    step(words.addNote, "note.form"),
    step(words.addMeasure, "measure.form"),
    step(words.contacts, "case.contacts"),
    step(words.planConference, "conference.plan"),
    step(texts.casework.more, "case.more"),
  ];
}

function saidElement(texts: Texts, { done, refused, undo }: CaseView): Element | undefined {
  if (refused) return notice("attention", refused);
  return done ? savedNotice(texts, { words: done, at: undo }) : undefined;
}

function caseFacts(texts: Texts, locale: Locale, view: CaseView): (readonly [string, string])[] {
  const { entry } = view;
  const words = texts.cases.fields;
  const rows: [string, string | undefined][] = [
    [words.place, entry.place?.name ?? texts.cases.placeUnknown],
    [words.topics, entry.topics.map((topic) => shortTitle(topic.title)).join(", ") || undefined],
    [words.rechtskreise, rechtskreiseOf(entry).map(rechtskreisName).join(", ") || undefined],
    [words.household, entry.household === undefined ? undefined : texts.cases.persons(entry.household)],
    [words.ageBand, entry.ageBand && texts.labels.ageBand[entry.ageBand]],
    [words.languages, literal(entry.languages.join(", ")) || undefined],
    [
      words.interpreter,
      entry.interpreter === "unknown" ? undefined : texts.labels.interpreter[entry.interpreter],
    ],
    [words.status, statusLine(texts, locale, entry)],
    [words.urgency, entry.urgency === "high" ? texts.labels.urgency.high : undefined],
    [texts.casework.deputies, deputyLine(texts, locale, view)],
    [words.created, readableDay(locale, wallClock(view.timeZone, entry.createdAt).date)],
  ];
  return rows.flatMap(([title, value]) => (value ? [[title, value] as const] : []));
}

/** Who stands in today, by function, and until when. */
function deputyLine(texts: Texts, locale: Locale, { entry, nameOf, today }: CaseView): string | undefined {
  const present = entry.deputies.filter(({ until }) => until === undefined || today <= until);
  const lines = present.map(({ person, until }) => {
    const end = until ? `, ${texts.cases.dueOn(readableDay(locale, until))}` : "";
    return `${literal(nameOf?.(person) ?? texts.casework.deputies)}${end}`;
  });
  return lines.join("; ") || undefined;
}

function closedLine(texts: Texts, locale: Locale, { entry, timeZone }: CaseView): Element | undefined {
  if (entry.closedAt === undefined || entry.closingReason === undefined) return undefined;
  const day = readableDay(locale, wallClock(timeZone, entry.closedAt).date);
  return notice("emphasis", texts.casework.closedOn(day, texts.casework.closingReasons[entry.closingReason]));
}

function statusLine(texts: Texts, locale: Locale, entry: CaseEntry): string | undefined {
  if (!entry.status) return undefined;
  const group = texts.labels.status[entry.status.group];
  return entry.status.expires
    ? `${group}, ${texts.cases.dueOn(readableDay(locale, entry.status.expires))}`
    : group;
}

const MOST_MEASURES = 15;

function measureLines(texts: Texts, locale: Locale, entry: CaseEntry, today: string): Element[] {
  if (entry.measures.length === 0) return [paragraph(texts.cases.noMeasures, { isSubtle: true })];
  // What is open stands first; what was done long ago is counted only.
  const open = entry.measures.filter((measure) => measure.doneAt === undefined);
  const done = entry.measures.filter((measure) => measure.doneAt !== undefined).reverse();
  const shown = [...open, ...done].slice(0, MOST_MEASURES);
  const rest = entry.measures.length - shown.length;
  const lines = shown.map((measure) => {
    const due = measure.due ? texts.cases.dueOn(readableDay(locale, measure.due)) : texts.cases.noDue;
    const late =
      measure.due && measure.due < today && !measure.doneAt ? ` – ${texts.casework.agenda.overdue}` : "";
    const state = measure.doneAt ? `✓ ${texts.cases.done}` : `${due}${late}`;
    const who = measure.responsible ? ` · ${literalLine(measure.responsible)}` : "";
    return paragraph(`${literalLine(measure.what)}${who} (${state})`);
  });
  return rest > 0 ? [...lines, small(texts.cases.moreMeasures(rest))] : lines;
}

function followUpLines(texts: Texts, locale: Locale, entry: CaseEntry): Element[] {
  return entry.followUps
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ on, text }) =>
      paragraph(`${texts.casework.agenda.followUp(literalLine(text))} (${readableDay(locale, on)})`),
    );
}

/** What holds or could; what is over is on the overview. */
function consentLines(texts: Texts, locale: Locale, { entry, today, timeZone }: CaseView): Element[] {
  const live = entry.consents
    .map((consent) => ({ consent, state: stateAmong(entry.consents, consent, today) }))
    .filter(({ state }) => state.kind !== "withdrawn" && state.kind !== "ended");
  const lines = live.map(({ consent, state }) => {
    const form = texts.labels.form[consent.form];
    const plain = consent.recipient === BASE || consent.recipient === ROUND;
    const how = plain ? form : `${texts.labels.direction[consent.direction]}, ${form}`;
    const line = stateLine(texts, locale, consent, state, timeZone);
    return paragraph(`${literal(consent.recipientName)} (${how}) ${line}`);
  });
  const overview = press(texts.cases.consents, "consent.show", { data: { caseId: entry.id } });
  return [
    ...(lines.length > 0 ? lines : [paragraph(texts.cases.noConsents, { isSubtle: true })]),
    { type: "ActionSet", actions: [overview] },
  ];
}
