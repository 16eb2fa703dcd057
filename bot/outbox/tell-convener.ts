import type { Conference } from "../../casework/conference/conference.js";
import { scopesOfConference } from "../../casework/conference/conference.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { writeTo } from "../../dialogs/write-to.js";
import { literal } from "../cards/elements.js";
import { say } from "../cards/notices.js";
import { de, type Texts } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";

/** What a person is told, in whichever language they have. */
export type Line = (texts: Texts) => string;

/** Writes a line about a conference into its convener's 1:1 chat, with this commit. */
export async function tellConvener(unit: UnitOfWork, conference: Conference, line: Line): Promise<void> {
  const { id, convener, timeZone, start, end } = conference;
  const message = {
    id: aboutId(unit, id, line),
    person: convener,
    scopes: scopesOfConference(id),
  };
  await writeTo(unit, message, (texts, locale) =>
    say(texts, texts.planning.about(id, readableSpan(locale, timeZone, start, end), literal(line(texts)))),
  );
}

/** One message for each thing that is told at one instant of a conference or poll, in whichever language. */
export function aboutId({ now }: UnitOfWork, id: string, line: Line): string {
  return `about/${id}/${now}/${line(de)}`.slice(0, 200);
}
