import { literal } from "../bot/cards/elements.js";
import { say } from "../bot/cards/notices.js";
import { reportOffice } from "../knowledge/directory/reports.js";
import type { Outcome, Turn } from "./turn.js";
import { writeTo } from "./write-to.js";

/** "Stimmt nicht mehr": marks the entry for everybody and tells whoever keeps the directory, once an entry. */
export async function reportOfficeWrong(turn: Turn, officeId: string): Promise<Outcome> {
  const { texts, unit, actor, directory, settings } = turn;
  const office = directory.offices.find(({ id }) => id === officeId);
  if (!office) return { replies: [say(texts, texts.directory.officeGone)] };
  const first = await reportOffice(unit, actor, officeId);
  if (first && settings.directoryKeeper) {
    const message = { id: `report/${officeId}/${unit.now}`, person: settings.directoryKeeper, scopes: [] };
    await writeTo(unit, message, (theirs) =>
      say(theirs, theirs.directory.keeperTold(literal(office.name), literal(actor.agency))),
    );
  }
  return { replies: [say(texts, texts.directory.reported(literal(office.name)))] };
}
