import { wallClock } from "../../casework/calendar/zone.js";
import type { Erased } from "../../casework/retention/erase-case.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableDay } from "../texts/format.js";
import {
  card,
  header,
  list,
  literal,
  notice,
  paragraph,
  press,
  small,
  strong,
  textInput,
} from "./elements.js";

/** Asks for the reason and a second look before a case is gone for good. */
export function eraseFormCard(
  texts: Texts,
  caseId: string,
  label: string,
  nonce: string,
  reasonMissing = false,
): Reply {
  const words = texts.protection;
  return {
    place: "new",
    summary: texts.summary,
    card: card(
      [
        header(words.erase.title(caseId), label),
        notice("attention", words.erase.warning),
        small(words.erase.exportFirst),
        reasonMissing ? notice("attention", words.reasonRequired) : undefined,
        textInput({
          id: "free_reason",
          label: words.reason,
          required: words.reasonRequired,
          maxLength: 200,
        }),
      ],
      [
        press(words.erase.button, "case.erase", { nonce, style: "destructive" }),
        press(texts.cases.discard, "draft.discard", { nonce, inputs: false }),
      ],
    ),
  };
}

export function erasedCard(
  texts: Texts,
  locale: Locale,
  timeZone: string,
  caseId: string,
  erased: Erased,
): Reply {
  const { erase } = texts.protection;
  return {
    place: "pressed",
    summary: texts.summary,
    card: card([
      notice("good", `✓ ${erase.done(caseId)}`),
      strong(erase.remainsTitle),
      list([...erase.remains, ...remainsElsewhere(texts, locale, timeZone, erased).map(literal)]),
    ]),
  };
}

/** What was passed on, which conferences were called off and whom to call, a sentence each. */
export function remainsElsewhere(
  texts: Texts,
  locale: Locale,
  timeZone: string,
  { disclosures, conferences }: Pick<Erased, "disclosures" | "conferences">,
): readonly string[] {
  const { erase, disclosures: kinds } = texts.protection;
  const day = (instant: number) => readableDay(locale, wallClock(timeZone, instant).date);
  const passedOn = disclosures.map(({ what, recipientName, at }) =>
    erase.disclosed(kinds[what], recipientName, day(at)),
  );
  return [
    ...(passedOn.length === 0 ? [erase.nobody] : passedOn),
    ...conferences.flatMap(({ start, told, untold }) => [
      erase.calledOff(day(Date.parse(start)), told.join(", ")),
      ...(untold.length === 0 ? [] : [erase.callYourself(untold.join(", "))]),
    ]),
  ];
}

/** What stands in the place of every message that showed an erased case. */
export function replacedCard(texts: Texts): Reply {
  return {
    place: "new",
    summary: texts.summary,
    card: card([paragraph(texts.protection.erase.replaced)]),
  };
}
