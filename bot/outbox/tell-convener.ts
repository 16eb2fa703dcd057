import type { Conference } from "../../casework/conference/conference.js";
import { scopesOfConference } from "../../casework/conference/conference.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import { queueMessage } from "../../dialogs/messages.js";
import { say } from "../cards/notices.js";
import { de } from "../texts/de.js";
import { readableSpan } from "../texts/format.js";

/** Writes a line about a conference into its convener's 1:1 chat, with this commit. */
export async function tellConvener(unit: UnitOfWork, conference: Conference, line: string): Promise<void> {
  const { id, convener, timeZone, start, end } = conference;
  await queueMessage(unit, {
    id: `about/${id}/${unit.now}/${line}`.slice(0, 200),
    person: convener,
    replies: [say(de, de.planning.about(id, readableSpan("de", timeZone, start, end), line))],
    scopes: scopesOfConference(id),
  });
}
