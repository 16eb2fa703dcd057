import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { FindResult, OfficeAnswer } from "../../knowledge/directory/model.js";
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
  paragraph,
  press,
  section,
  small,
  strong,
} from "./elements.js";

/** More answers than this are named in one line: a card on a phone stays readable. */
const MOST_ANSWERS = 8;

/** Who is responsible, why, how to reach them, how fresh that is, and what to do next. */
export function officeAnswerCard(
  texts: Texts,
  locale: Locale,
  result: FindResult,
  extra: { readonly actions?: readonly Action[]; readonly lead?: readonly Element[] } = {},
): Reply {
  const words = texts.directory;
  const shown = result.answers.slice(0, MOST_ANSWERS);
  const rest = result.answers.length - shown.length;
  const title = shown.length > 1 ? words.severalTitle(result.place?.name) : words.title(result.place?.name);
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(title, result.topics.map((topic) => topic.title).join(" · ") || undefined),
        ...(extra.lead ?? []),
        ...shown.map((answer, i) => officeSection(texts, locale, answer, shown.length > 1, i > 0)),
        rest > 0 ? small(words.more(rest)) : undefined,
      ],
      extra.actions ?? [],
    ),
  };
}

/** One office as a block of a card. */
export function officeSection(
  texts: Texts,
  locale: Locale,
  answer: OfficeAnswer,
  withTopic: boolean,
  separator: boolean,
): Element {
  const { office } = answer;
  const words = texts.directory;
  return section(
    [
      withTopic && answer.about
        ? small(words.forTopic(answer.about.title, rechtskreisName(answer.about.rechtskreis)))
        : undefined,
      strong(literal(office.name)),
      answer.role === "contact" ? small(words.contactRole) : undefined,
      office.authority && office.authority !== office.name ? small(literal(office.authority)) : undefined,
      paragraph(`${words.why}: ${answer.why}`),
      ...contactElements(texts, office),
      answer.note ? notice("emphasis", `${words.caveat}: ${answer.note}`) : undefined,
      freshness(texts, locale, answer),
    ],
    separator,
  );
}

/** What is known of how to reach an office; what is not says so and stays empty. */
function contactElements(texts: Texts, office: OfficeAnswer["office"]): (Element | undefined)[] {
  const words = texts.directory;
  const shown: (readonly [string, string])[] = [];
  const missing: string[] = [];
  const values = {
    phone: office.phone && `[${literal(office.phone)}](tel:${office.phone.replace(/[^+\d]/g, "")})`,
    email: office.email && `[${literal(office.email)}](mailto:${encodeURI(office.email)})`,
    address: literal(office.address),
    openingHours: literal(office.openingHours),
    website: office.website && `[${literal(office.website)}](${encodeURI(office.website)})`,
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
  const source = answer.source ? ` · ${words.source(literal(answer.source))}` : "";
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
        paragraph(result.question ?? ""),
        result.message ? small(result.message) : undefined,
        asButtons
          ? small(texts.directory.askHint)
          : {
              type: "Input.ChoiceSet",
              id: "option",
              label: texts.directory.askHint,
              choices: options.map(({ id, label }) => ({ title: label, value: id })),
              style: "compact",
            },
      ],
      asButtons
        ? options.map(({ id, label }) => press(label, "directory.answer", { data: { option: id } }))
        : [press(texts.directory.answer, "directory.answer")],
    ),
  };
}
