import type { CaseExport } from "../../casework/retention/export-case.js";
import type { Locale } from "../../dialogs/event.js";
import type { Texts } from "./de.js";
import { readableDay, readableInstant, readableSpan } from "./format.js";
import { rechtskreisName } from "./rechtskreis.js";

type View = {
  readonly texts: Texts;
  readonly locale: Locale;
  readonly timeZone: string;
  /** What a person on the staff list is called: a function or office. */
  readonly nameOf: (id: string) => string;
};

/** A case as plain text, made to be pasted into the case file of record: sections of short lines. */
export function caseAsText(view: View, exported: CaseExport): string {
  const { texts } = view;
  const words = texts.protection.export;
  const { sections } = words;
  const entry = exported.case;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [sections.facts, factLines(view, exported)],
    [sections.goals, entry.goals],
    [sections.phases, phaseLines(view, exported)],
    [sections.measures, measureLines(view, exported)],
    [sections.followUps, entry.followUps.map(({ on, text }) => `${readableDay(view.locale, on)}: ${text}`)],
    [sections.consents, consentLines(view, exported)],
    [sections.conferences, conferenceLines(view, exported)],
    [sections.notes, noteLines(view, exported)],
    [sections.disclosures, disclosureLines(view, exported)],
  ];
  const body = parts.map(([title, lines]) =>
    [title.toUpperCase(), ...(lines.length === 0 ? [words.none] : lines)].join("\n"),
  );
  return [entry.id, ...body].join("\n\n");
}

function factLines(
  { texts, locale, timeZone, nameOf }: View,
  { case: entry }: CaseExport,
): readonly string[] {
  const { fields, persons } = texts.cases;
  const day = (instant: number) => readableInstant(locale, timeZone, instant);
  const status = entry.status && [
    texts.labels.status[entry.status.group],
    entry.status.expires ? texts.cases.dueOn(readableDay(locale, entry.status.expires)) : "",
  ];
  const rows: readonly (readonly [string, string | undefined])[] = [
    [fields.owner, nameOf(entry.owner)],
    [fields.created, day(entry.createdAt)],
    [texts.protection.export.closed, entry.closedAt === undefined ? undefined : day(entry.closedAt)],
    [fields.phase, texts.labels.phase[entry.phase]],
    [fields.place, entry.place?.name],
    [fields.topics, entry.topics.map(({ title }) => title).join(", ")],
    [
      fields.rechtskreise,
      [...new Set(entry.topics.map(({ rechtskreis }) => rechtskreisName(rechtskreis)))].join(", "),
    ],
    [fields.household, entry.household === undefined ? undefined : persons(entry.household)],
    [fields.ageBand, entry.ageBand && texts.labels.ageBand[entry.ageBand]],
    [fields.languages, entry.languages.join(", ")],
    [fields.interpreter, texts.labels.interpreter[entry.interpreter]],
    [fields.status, status?.filter((part) => part !== "").join(", ")],
    [fields.urgency, texts.labels.urgency[entry.urgency]],
  ];
  return rows.flatMap(([title, value]) => (value ? [`${title}: ${value}`] : []));
}

function phaseLines({ texts, locale, timeZone }: View, { case: entry }: CaseExport): readonly string[] {
  return entry.phaseHistory.map(
    ({ phase, at }) => `${readableInstant(locale, timeZone, at)}: ${texts.labels.phase[phase]}`,
  );
}

function measureLines({ texts, locale }: View, { case: entry }: CaseExport): readonly string[] {
  return entry.measures.map(({ what, responsible, due, doneAt }) => {
    const state =
      doneAt === undefined ? due && texts.cases.dueOn(readableDay(locale, due)) : texts.cases.done;
    return [what, responsible, state].filter((part) => part).join(" · ");
  });
}

function consentLines({ texts, locale, timeZone }: View, { case: entry }: CaseExport): readonly string[] {
  return entry.consents.map((consent) => {
    const until = consent.until ? texts.cases.dueOn(readableDay(locale, consent.until)) : undefined;
    const withdrawn =
      consent.withdrawnAt === undefined
        ? undefined
        : texts.protection.export.withdrawn(readableInstant(locale, timeZone, consent.withdrawnAt));
    return [
      consent.recipientName,
      texts.labels.giver[consent.giver],
      texts.labels.direction[consent.direction],
      ...consent.purposes.map((purpose) => texts.consent.purposes[purpose]),
      consent.categories.map((category) => texts.consent.categories[category]).join(", "),
      consent.releases203 ? texts.consent.releasedShort : undefined,
      consent.entrusted ? texts.consent.entrustedShort : undefined,
      texts.labels.form[consent.form],
      texts.cases.fromDay(readableDay(locale, consent.from)),
      until,
      consent.language,
      consent.evidence,
      withdrawn,
    ]
      .filter((part) => part)
      .join(" · ");
  });
}

function conferenceLines({ texts, locale }: View, { conferences }: CaseExport): readonly string[] {
  return conferences.map(({ start, end, timeZone, participants, state }) =>
    [
      readableSpan(locale, timeZone, start, end),
      participants.map(({ name }) => name).join(", "),
      state === "cancelled" ? texts.protection.export.cancelled : undefined,
    ]
      .filter((part) => part)
      .join(" · "),
  );
}

function noteLines({ locale, timeZone, nameOf }: View, { notes }: CaseExport): readonly string[] {
  return notes.map(
    ({ at, author, text }) => `${readableInstant(locale, timeZone, at)} · ${nameOf(author)}\n${text}`,
  );
}

function disclosureLines({ texts, locale, timeZone }: View, { disclosures }: CaseExport): readonly string[] {
  return disclosures.map(
    ({ what, recipientName, at }) =>
      `${readableInstant(locale, timeZone, at)} · ${texts.protection.disclosures[what]} · ${recipientName}`,
  );
}

/** Cuts a long text into pages at line ends; a line longer than a page is cut where it must be. */
export function pagesOf(text: string, most: number): readonly string[] {
  const pages: string[] = [];
  let page = "";
  for (const line of text
    .split("\n")
    .flatMap((one) => one.match(new RegExp(`.{1,${most}}`, "gsu")) ?? [""])) {
    if (page !== "" && page.length + 1 + line.length > most) {
      pages.push(page);
      page = line;
    } else page = page === "" && pages.length === 0 ? line : `${page}\n${line}`;
  }
  return [...pages, page];
}
