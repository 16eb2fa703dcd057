import type { Conference, Participant } from "../../casework/conference/conference.js";
import type { Locale } from "../../dialogs/event.js";
import type { Reply } from "../../dialogs/reply.js";
import type { Texts } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";
import {
  card,
  choiceInput,
  facts,
  header,
  literal,
  notice,
  paragraph,
  press,
  section,
  small,
  strong,
  textInput,
} from "./elements.js";

export type SlotsView = {
  readonly label: string;
  readonly nonce: string;
  readonly timeZone: string;
  readonly slots: readonly { readonly start: string; readonly end: string; readonly reasons: string }[];
  readonly participants: readonly Participant[];
  readonly minutes: number;
  readonly step: number;
  readonly values: Readonly<Record<string, string>>;
  readonly error?: string;
  readonly hints: readonly string[];
};

/** Three dates to choose from, and who is invited where. */
export function slotsCard(
  texts: Texts,
  locale: Locale,
  view: SlotsView,
  place: Reply["place"] = "new",
): Reply {
  const words = texts.conference;
  return {
    place,
    summary: texts.summary,
    card: card(
      [
        header(words.slotsTitle(view.label), words.slotsSubtitle(view.participants.length, view.minutes)),
        ...view.hints.map((hint) => notice("attention", hint)),
        view.error ? notice("attention", view.error) : undefined,
        choiceInput({
          id: "slot",
          label: words.chooseSlot,
          required: words.chooseSlotRequired,
          expanded: true,
          value: view.values.slot ?? view.slots[0]?.start ?? "",
          choices: view.slots.map((slot) => ({
            title: `${readableSpan(locale, view.timeZone, slot.start, slot.end)} (${slot.reasons})`,
            value: slot.start,
          })),
        }),
        ...view.participants.map((participant) =>
          textInput({
            id: `mail:${participant.id}`,
            label: words.mailOf(participant.name),
            value: view.values[`mail:${participant.id}`] ?? participant.email,
            placeholder: words.mailHint,
            maxLength: 200,
          }),
        ),
        small(words.inviteNext),
      ],
      [
        press(texts.cases.create, "conference.create", {
          nonce: view.nonce,
          style: "positive",
          data: { step: String(view.step) },
        }),
        press(texts.poll.start, "poll.start", { nonce: view.nonce }),
        press(texts.cases.discard, "draft.discard", { nonce: view.nonce, inputs: false }),
      ],
    ),
  };
}

export function plannedCard(
  texts: Texts,
  locale: Locale,
  conference: Conference,
  view: { readonly label: string; readonly mail: "smtp" | "files" },
): Reply {
  const words = texts.conference;
  const byPhone = conference.participants.filter((one) => one.email === "");
  const byMail = conference.participants.filter((one) => one.email !== "");
  return {
    place: "pressed",
    summary: texts.summary,
    card: card(
      [
        notice("good", `✓ ${words.plannedTitle}`),
        header(readableSpan(locale, conference.timeZone, conference.start, conference.end), view.label),
        facts([[words.who, conference.participants.map((one) => one.name).join(", ")]]),
        byMail.length > 0
          ? section([
              strong(words.byMail),
              ...byMail.map((one) => paragraph(`${literal(one.name)}: ${literal(one.email)}`)),
              view.mail === "files" ? small(words.byFile) : undefined,
            ])
          : undefined,
        byPhone.length > 0
          ? notice("attention", words.byPhone(byPhone.map((one) => one.name).join(", ")))
          : undefined,
      ],
      conference.caseId === undefined
        ? []
        : [press(texts.cases.open, "case.show", { data: { caseId: conference.caseId } })],
    ),
  };
}
