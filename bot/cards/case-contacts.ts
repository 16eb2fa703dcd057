import type { CaseEntry } from "../../casework/case/case.js";
import type { Consent } from "../../casework/consent/consent.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { OfficeAnswer } from "../../knowledge/directory/model.js";
import type { OfficeReport } from "../../knowledge/directory/reports.js";
import type { Texts } from "../texts/de.js";
import { readableDay } from "../texts/format.js";
import { rechtskreisName } from "../texts/rechtskreis.js";
import { caseLabel } from "./case-view.js";
import { card, header, notice, paragraph, press, section, small } from "./elements.js";
import { officeSection } from "./office-answer.js";

export type ContactRows = {
  readonly entry: CaseEntry;
  readonly rows: readonly {
    readonly topic: CaseEntry["topics"][number];
    readonly answers: readonly {
      readonly answer: OfficeAnswer;
      readonly consent: Consent | undefined;
      readonly report: OfficeReport | undefined;
    }[];
  }[];
};

/** All offices of a case; an office that answers for several topics stands once, with all of them. */
export function caseContactsCard(texts: Texts, locale: Locale, { entry, rows }: ContactRows): Reply {
  const words = texts.cases;
  const without = rows.filter((row) => row.answers.length === 0);
  const offices = new Map<
    string,
    { topics: CaseEntry["topics"]; row: ContactRows["rows"][number]["answers"][number] }
  >();
  for (const { topic, answers } of rows) {
    for (const row of answers) {
      const known = offices.get(row.answer.office.id);
      if (known) known.topics.push(topic);
      else offices.set(row.answer.office.id, { topics: [topic], row });
    }
  }
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(words.contactsTitle(caseLabel(texts, entry))),
        entry.place ? undefined : notice("attention", words.contactsNeedPlace),
        entry.topics.length === 0 ? notice("attention", words.contactsNeedTopics) : undefined,
        ...[...offices.values()].map(({ topics, row }) =>
          section([
            small(
              topics
                .map((topic) => texts.directory.forTopic(topic.title, rechtskreisName(topic.rechtskreis)))
                .join(" – "),
            ),
            officeSection(texts, locale, row.answer, {
              topics: [],
              separator: false,
              report: row.report,
            }),
            consentLine(texts, locale, row.consent),
          ]),
        ),
        ...without.map(({ topic }) =>
          section([
            small(texts.directory.forTopic(topic.title, rechtskreisName(topic.rechtskreis))),
            paragraph(words.noOffice, { isSubtle: true }),
          ]),
        ),
      ],
      [
        press(words.planConference, "conference.plan", { data: { caseId: entry.id } }),
        press(words.open, "case.show", { data: { caseId: entry.id } }),
      ],
    ),
  };
}

function consentLine(texts: Texts, locale: Locale, consent: Consent | undefined) {
  const words = texts.cases;
  if (!consent)
    return paragraph(`✗ ${words.consentIs(words.consentNo)}`, { color: "Attention", weight: "Bolder" });
  const state = consent.until ? words.consentUntil(readableDay(locale, consent.until)) : words.consentYes;
  return paragraph(`✓ ${words.consentIs(state)}`, { color: "Good", weight: "Bolder" });
}
