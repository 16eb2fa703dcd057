import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { FindResult, OfficeAnswer, TopicSummary } from "../../knowledge/directory/model.js";
import type { OfficeReport } from "../../knowledge/directory/reports.js";
import type { Texts } from "../texts/de.js";
import { readableDay } from "../texts/format.js";
import { rechtskreisName } from "../texts/rechtskreis.js";
import {
  type Action,
  card,
  type Element,
  facts,
  header,
  literal,
  notice,
  openUrl,
  paragraph,
  press,
  section,
  small,
  strong,
} from "./elements.js";

/** More answers than this are named in one line: a card on a phone stays readable. */
const MOST_ANSWERS = 8;

export type OfficeExtras = {
  /** Further buttons behind those of the office. */
  readonly actions?: readonly Action[];
  /** What people noticed, by office. */
  readonly reports?: ReadonlyMap<string, OfficeReport>;
  /** Where the page to hand out is; without it there is no such button. */
  readonly slipUrl?: string | undefined;
  /** Without any button: for chats that the bot may not be in. */
  readonly plain?: boolean;
};

/** Who is responsible, why, how to reach them, how fresh that is, and what to do next. */
export function officeAnswerCard(
  texts: Texts,
  locale: Locale,
  result: FindResult,
  extra: OfficeExtras = {},
): Reply {
  const words = texts.directory;
  const offices = byOffice(result.answers);
  const shown = offices.slice(0, MOST_ANSWERS).map(({ answer }) => answer);
  const rest = offices.length - shown.length;
  const title = shown.length > 1 ? words.severalTitle(result.place?.name) : words.title(result.place?.name);
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(title, result.topics.map((topic) => topic.title).join(" · ") || undefined),
        ...shown.map((answer, i) =>
          officeSection(texts, locale, answer, {
            topics: shown.length > 1 ? (offices[i]?.topics ?? []) : [],
            separator: i > 0,
            report: extra.reports?.get(answer.office.id),
            ...(shown.length > 1 ? { more: placeOf(result) } : {}),
          }),
        ),
        rest > 0 ? small(words.more(rest)) : undefined,
      ],
      [
        ...(!extra.plain && shown.length === 1 && shown[0]
          ? officeActions(texts, shown[0], placeOf(result), extra.slipUrl)
          : []),
        ...(extra.actions ?? []),
      ],
    ),
  };
}

/** An office that answers for several topics stands once, with all of them. */
function byOffice(
  answers: readonly OfficeAnswer[],
): readonly { readonly answer: OfficeAnswer; readonly topics: readonly TopicSummary[] }[] {
  const offices = new Map<string, { answer: OfficeAnswer; topics: TopicSummary[] }>();
  for (const answer of answers) {
    const key = `${answer.office.id}/${answer.role}`;
    const known = offices.get(key) ?? { answer, topics: [] };
    if (answer.about) known.topics.push(answer.about);
    offices.set(key, known);
  }
  return [...offices.values()];
}

function placeOf(result: FindResult): string {
  return result.place?.ars ?? "";
}

/** What can be done with one office: call, write, copy, hand out, and say that it no longer holds. */
function officeActions(
  texts: Texts,
  answer: OfficeAnswer,
  place: string,
  slipUrl: string | undefined,
): readonly Action[] {
  const { office, topic } = answer;
  const words = texts.directory;
  // The emergency numbers are not entries of the directory.
  if (answer.role === "emergency") return [];
  const data = { office: office.id, place, ...(topic ? { topic } : {}) };
  // There is nothing to copy or to hand out where no contact is known yet.
  const reachable = office.phone !== "" || office.email !== "" || office.address !== "";
  const slip =
    slipUrl &&
    `${slipUrl}/zettel/${encodeURIComponent(office.id)}?${new URLSearchParams({ topic: topic ?? "" })}`;
  return [
    ...(office.phone ? [openUrl(words.call, `tel:${dialable(office.phone)}`)] : []),
    ...(office.email ? [openUrl(words.write, `mailto:${encodeURI(office.email)}`)] : []),
    ...(reachable ? [press(words.copy, "directory.copy", { data })] : []),
    ...(reachable && slip ? [openUrl(words.slip, slip)] : []),
    press(words.wrong, "directory.wrong", { data }),
  ];
}

function dialable(phone: string): string {
  return phone.replace(/[^+\d]/g, "");
}

/** The contact as plain lines; what is not known is left out. */
export function contactText(texts: Texts, { office }: OfficeAnswer): string {
  const words = texts.directory.contact;
  const lines = (["phone", "email", "address", "openingHours", "website"] as const)
    .filter((field) => office[field] !== "")
    .map((field) => `${words[field]}: ${literal(office[field])}`);
  return [literal(office.name), ...(lines.length > 0 ? lines : [texts.directory.noContact])].join("  \n");
}

/** One office as a block of a card. */
export function officeSection(
  texts: Texts,
  locale: Locale,
  answer: OfficeAnswer,
  {
    topics,
    separator,
    report,
    more,
  }: {
    /** Named above the office where a card shows several. */
    readonly topics: readonly TopicSummary[];
    readonly separator: boolean;
    readonly report?: OfficeReport | undefined;
    /** The place of the answer; shows a button for this office alone. */
    readonly more?: string;
  },
): Element {
  const { office } = answer;
  const words = texts.directory;
  return section(
    [
      topics.length > 0
        ? small(topics.map((one) => words.forTopic(one.title, rechtskreisName(one.rechtskreis))).join(" – "))
        : undefined,
      strong(literal(answer.role === "emergency" ? words.explained(office.name) : office.name)),
      answer.role === "contact" ? small(words.contactRole) : undefined,
      office.authority && office.authority !== office.name ? small(literal(office.authority)) : undefined,
      paragraph(`${words.why}: ${words.explained(answer.why)}`),
      ...contactElements(texts, office),
      answer.note ? notice("emphasis", `${words.caveat}: ${literal(answer.note)}`) : undefined,
      report ? notice("warning", words.reportedOn(readableDay(locale, isoDay(report.at)))) : undefined,
      freshness(texts, locale, answer),
      more !== undefined && answer.role !== "emergency" ? moreButton(texts, answer, more) : undefined,
    ],
    separator,
  );
}

function moreButton(texts: Texts, { office, topic }: OfficeAnswer, place: string): Element {
  const data = { office: office.id, place, ...(topic ? { topic } : {}) };
  return {
    type: "ActionSet",
    actions: [press(texts.directory.details, "directory.office", { data, about: office.name })],
  };
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** A directory may come from anywhere: only what leads to a web page becomes a link. */
function linkTo(website: string): string {
  const url = /^www\./i.test(website) ? `https://${website}` : website;
  return /^https?:\/\//i.test(url) ? `[${literal(website)}](${inLink(url)})` : literal(website);
}

/** As the target of a Markdown link, which a bracket would end. */
function inLink(url: string): string {
  return encodeURI(url).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
}

/** What is known of how to reach an office; what is not says so and stays empty. */
function contactElements(texts: Texts, office: OfficeAnswer["office"]): (Element | undefined)[] {
  const words = texts.directory;
  const shown: (readonly [string, string])[] = [];
  const missing: string[] = [];
  const values = {
    phone: office.phone && `[${literal(office.phone)}](tel:${dialable(office.phone)})`,
    email: office.email && `[${literal(office.email)}](${inLink(`mailto:${office.email}`)})`,
    address: literal(office.address),
    openingHours: literal(texts.directory.explained(office.openingHours)),
    website: office.website && linkTo(office.website),
  };
  for (const field of ["phone", "email", "address", "openingHours", "website"] as const) {
    const label = words.contact[field];
    if (values[field]) shown.push([label, values[field]]);
    else missing.push(label);
  }
  if (shown.length === 0) return [paragraph(words.noContact, { isSubtle: true })];
  return [facts(shown), missing.length > 0 ? small(words.notMaintained(missing.join(", "))) : undefined];
}

function freshness(texts: Texts, locale: Locale, answer: OfficeAnswer): Element {
  const words = texts.directory;
  const source = answer.source ? ` · ${words.source(literal(words.explained(answer.source)))}` : "";
  if (!answer.checkedAt) return small(`${words.unchecked}${source}`);
  const day = readableDay(locale, answer.checkedAt);
  return answer.stale
    ? notice("warning", `${words.stale(day)}${source}`)
    : small(`${words.checked(day)}${source}`);
}

/** The one question back, with a button per reading. */
export function questionCard(texts: Texts, result: FindResult): Reply {
  const options = result.options ?? [];
  const asButtons = options.length <= 6;
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(texts.directory.askTitle),
        paragraph(texts.directory.explained(result.question ?? "")),
        result.message ? small(texts.directory.explained(result.message)) : undefined,
        asButtons
          ? small(texts.directory.askHint)
          : {
              type: "Input.ChoiceSet",
              id: "option",
              label: texts.directory.askHint,
              choices: options.map(({ id, label }) => ({
                title: texts.directory.explained(label),
                value: id,
              })),
              style: "compact",
            },
      ],
      asButtons
        ? options.map(({ id, label }) =>
            press(texts.directory.explained(label), "directory.answer", { data: { option: id } }),
          )
        : [press(texts.directory.answer, "directory.answer")],
    ),
  };
}
