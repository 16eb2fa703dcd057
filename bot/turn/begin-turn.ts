import { createHash, randomBytes } from "node:crypto";
import { auditStream, isAct } from "../../casework/audit/audit.js";
import { wallClock } from "../../casework/calendar/zone.js";
import { type Actor, guest, putStaff, staffRecord } from "../../casework/staff/staff.js";
import type { UnitOfWork } from "../../casework/store/unit-of-work.js";
import type { IncomingEvent } from "../../dialogs/event.js";
import { referenceRecord } from "../../dialogs/messages.js";
import { stateId, stateRecord } from "../../dialogs/state.js";
import type { Settings, Turn } from "../../dialogs/turn.js";
import { NOBODY_SPECIAL } from "../../knowledge/documents/visibility.js";
import type { Knowledge } from "../knowledge-in-memory.js";
import { textsFor } from "../texts/texts.js";

/** The agency into which demo mode enrols whoever speaks. */
const DEMO_AGENCY = "Demo-Organisation";

/** Who acts, where the conversation stands, and the day it is: the same for a chat, the tab and a search. */
export async function beginTurn(
  unit: UnitOfWork,
  event: IncomingEvent,
  knowledge: Knowledge,
  settings: Settings,
): Promise<Turn> {
  const id = stateId(event.conversation.id, event.person.id);
  await unit.prefetch([
    { kind: staffRecord, id: event.person.id },
    { kind: stateRecord, id },
    { kind: referenceRecord, id: event.person.id },
  ]);
  const actor = await actorOf(unit, event, settings);
  // In a group or channel others read along, whatever the asker may see.
  const asker = event.conversation.scope === "personal" ? actor : NOBODY_SPECIAL;
  return {
    event,
    actor,
    unit,
    state: (await unit.read(stateRecord, id)) ?? {},
    texts: textsFor(event.locale),
    directory: knowledge.directory,
    documents: knowledge.library.viewFor(asker),
    settings,
    today: wallClock(event.timeZone, unit.now).date,
    ...saidIn(event),
    hasActed: () => unit.appended(auditStream).some(isAct),
    random: (bytes) => randomBytes(bytes),
  };
}

function saidIn({ content }: IncomingEvent): Pick<Turn, "said"> {
  if (content.kind !== "text" && content.kind !== "edited") return {};
  return { said: createHash("sha256").update(content.text).digest("base64url").slice(0, 22) };
}

/** Who is on the staff list has the role that stands there; in demo mode whoever speaks is enrolled. */
async function actorOf(unit: UnitOfWork, event: IncomingEvent, settings: Settings): Promise<Actor> {
  const { id, name } = event.person;
  const member = await unit.read(staffRecord, id);
  if (member) return member;
  if (!settings.demo) return guest(id, name);
  const enrolled = {
    id,
    name: name ?? DEMO_AGENCY,
    email: "",
    role: "case-manager" as const,
    agency: DEMO_AGENCY,
    rechtskreis: "",
  };
  await putStaff(unit, enrolled);
  return enrolled;
}
