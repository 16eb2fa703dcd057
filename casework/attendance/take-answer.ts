import { audit } from "../audit/audit.js";
import { type Conference, publicIdOf } from "../conference/conference.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Answer, attendanceRecord, isNewer, nobodyAnswered, type Trouble } from "./attendance.js";

/**
 * `taken`: it counts now. `stale`: to another date, or older than what is known. `foreign`: from nobody who is
 * invited. Only `taken` changes anything.
 */
export type Taken = "taken" | "stale" | "foreign";

/** Keeps what a participant answered, if it is the newest word to the date that stands. */
export async function takeAnswer(
  unit: UnitOfWork,
  by: string,
  conference: Conference,
  given: Answer,
): Promise<Taken> {
  if (!isInvited(conference, given.participant)) return "foreign";
  const toThisDate = given.sequence >= conference.dateSequence && given.sequence <= conference.sequence;
  if (conference.state !== "planned" || !toThisDate) return "stale";
  const attendance = (await unit.read(attendanceRecord, conference.id)) ?? nobodyAnswered;
  const next = { ...given, at: Math.min(given.at, unit.now) };
  const before = attendance.answers.find(({ participant }) => participant === next.participant);
  if (!isNewer(next, before)) return "stale";
  await unit.write(attendanceRecord, conference.id, {
    answers: [...attendance.answers.filter((one) => one !== before), next],
    // Who answers has read it after all.
    troubles: attendance.troubles.filter(({ participant }) => participant !== next.participant),
  });
  await audit(unit, by, "answer-recorded", publicIdOf(conference), next.participant);
  return "taken";
}

/** Keeps that an invitation came back or met a machine; an answer that is there already outweighs it. */
export async function noteTrouble(
  unit: UnitOfWork,
  conference: Conference,
  trouble: Trouble,
): Promise<boolean> {
  if (conference.state !== "planned" || !isInvited(conference, trouble.participant)) return false;
  const attendance = (await unit.read(attendanceRecord, conference.id)) ?? nobodyAnswered;
  if (attendance.answers.some(({ participant }) => participant === trouble.participant)) return false;
  await unit.write(attendanceRecord, conference.id, {
    ...attendance,
    troubles: [
      ...attendance.troubles.filter(({ participant }) => participant !== trouble.participant),
      trouble,
    ],
  });
  return true;
}

function isInvited({ participants }: Conference, id: string): boolean {
  return participants.some((one) => one.id === id);
}
